using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Merlon.Tests.Commands;

/// <summary>Scans that a server keeps as well.</summary>
public sealed class DeliveryTests : IDisposable
{
    private static readonly string Sample = Path.Combine(MerlonProcess.Checkout, "samples", "javascript");
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-delivery-");

    [Fact]
    public async Task Scan_WithAServer_IsKeptThereOnItsBranch_OnOneApplication()
    {
        using var server = MerlonProcess.Start([], "serve", "--data", _data.FullName, "--urls", "http://127.0.0.1:0");
        var log = server.StandardError.ReadToEndAsync();
        try
        {
            var address = (await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await log)).Split(' ')[^1];
            var token = JsonNode.Parse((await MerlonProcess.Run("token", "create", "--label", "ci", "--data", _data.FullName)).Done())!;
            string[] there = ["--server", address, "--token", (string)token["bearer"]!, "--app", "Guest book"];
            (await Scan([.. there, "--branch", "main"])).Done().ShouldContain("lodash");
            (await Scan([.. there, "--branch", "feature"])).Done();

            using var client = new HttpClient { BaseAddress = new Uri(address) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["bearer"]!);
            var apps = JsonNode.Parse(await client.GetStringAsync($"/api/v4/orgs/{token["organization_id"]}/apps"))!["response"]!.AsArray();
            var scans = JsonNode.Parse(await client.GetStringAsync($"/api/v4/orgs/{token["organization_id"]}/apps/{apps.ShouldHaveSingleItem()!["id"]}/scans"))!["response"]!;
            foreach (var branch in new[] { "main", "feature" }) scans.ToJsonString().ShouldContain($"\"{branch}\"");
            (await Scan("--server", address, "--token", "wrong", "--app", "Guest book")).ExitCode.ShouldBe(2);
            await MerlonProcess.Stop(server);
        }
        finally
        {
            if (!server.HasExited) server.Kill();
        }
    }

    [Theory]
    [InlineData("--server", "nowhere", "--token", "t", "--app", "a")]
    [InlineData("--server", "http://127.0.0.1:9", "--token", "t")]
    [InlineData("--server", "http://127.0.0.1:9", "--app", "a")]
    [InlineData("--branch", "main")]
    public async Task Server_HalfSaid_IsRefusedInOneLine(params string[] args) => (await Scan(args)).Refused().ShouldStartWith("merlon: --");

    [Fact]
    public async Task Server_ThatIsNotThere_IsSaidInOneLine() =>
        (await Scan("--server", "http://127.0.0.1:9", "--token", "t", "--app", "a")).Error.ShouldContain("cannot be reached");

    public void Dispose() => _data.Delete(recursive: true);

    private static Task<CommandOutcome> Scan(params string[] args) =>
        MerlonProcess.Run(["scan", Sample, "--only", "vulnerabilities", "--advisories", Path.Combine(MerlonProcess.Checkout, "samples", "advisories"), "--format", "json", .. args]);
}
