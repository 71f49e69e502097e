using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Merlon.Tests.Commands;

/// <summary>What a newcomer does first.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-demo-");

    [Fact]
    public async Task Demo_PrintsLinesThatWorkAsTheyArePasted_AndFillsOnlyOnce()
    {
        var login = "";
        await Lifetime(async lines =>
        {
            lines.ShouldContain(line => line.StartsWith("Scanning", StringComparison.Ordinal));
            login = lines.Single(line => line.StartsWith("Login admin ", StringComparison.Ordinal))["Login admin ".Length..];
            var curls = lines.Where(line => line.StartsWith("curl ", StringComparison.Ordinal)).ToList();
            curls.Count.ShouldBe(5);
            (await Paste(curls.Single(line => line.Contains("/api/v4/"))))["response"]!["findings"]!.AsArray().Count.ShouldBeGreaterThan(5);
            (await Paste(curls.Single(line => line.Contains("/codeinsight/")))).ToJsonString().ShouldContain("sample-java");
            (await Paste(curls.Single(line => line.Contains("/v1/")))).ToJsonString().ShouldContain("sample-java");
            (await Paste(curls.Single(line => line.Contains("nodes.json")))).ToJsonString().ShouldContain(Environment.MachineName);
            (await Applications(curls)).ShouldBe(6);
        });
        await Lifetime(async lines =>
        {
            lines.ShouldNotContain(line => line.StartsWith("Scanning", StringComparison.Ordinal));
            lines.ShouldContain(line => line.Contains("merlon user reset-password admin", StringComparison.Ordinal));
            (await Applications([.. lines.Select(line => line.Replace("-u 'admin'", $"-u 'admin:{login}'"))])).ShouldBe(6);
        });
    }

    public void Dispose() => _data.Delete(recursive: true);

    private static async Task<int> Applications(List<string> lines) =>
        (await Paste(lines.Single(line => line.EndsWith("/api/v2/applications'", StringComparison.Ordinal))))["applications"]!.AsArray().Count;

    // Runs exactly the line, as a person's shell would.
    private static async Task<JsonNode> Paste(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", line]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        shell.ExitCode.ShouldBe(0, await error);
        return JsonNode.Parse(await output).ShouldNotBeNull();
    }

    // Starts the demo, reads what it prints until nothing more comes, does something with it and stops it.
    private async Task Lifetime(Func<List<string>, Task> act)
    {
        using var process = MerlonProcess.Start([], "demo", "--data", _data.FullName, "--urls", "http://127.0.0.1:0");
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            var lines = new List<string>();
            while (lines.Count(line => line.StartsWith("curl ", StringComparison.Ordinal)) < 5)
                lines.Add(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await error));
            await act(lines);
            await MerlonProcess.Stop(process);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
