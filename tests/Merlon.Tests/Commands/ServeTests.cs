using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Merlon.Tests.Commands;

public sealed class ServeTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-serve-");

    [Fact]
    public async Task Server_OfAnEmptyFolder_SaysItsAddress_TellsThePasswordOnce_TakesATokenAndStopsWhenTold()
    {
        var first = await Lifetime(async (client, _) =>
        {
            (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
            var token = JsonNode.Parse((await MerlonProcess.Run("token", "create", "--label", "test", "--data", _data.FullName)).Done())!;
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token["bearer"]!);
            (await client.GetAsync($"/v1/accounts/{token["organization_id"]}/apps")).StatusCode.ShouldBe(HttpStatusCode.OK);
        });
        first.ShouldContain("Password of admin");
        (await Lifetime((_, _) => Task.CompletedTask)).ShouldNotContain("Password of admin");
    }

    [Fact]
    public async Task Server_GivenThePassword_LetsItInAndPrintsNone()
    {
        const string Password = "correct horse battery";
        var error = await Lifetime(async (client, _) =>
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"admin:{Password}")));
            (await client.GetAsync("/api/v2/applications")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }, new() { ["MERLON_ADMIN_PASSWORD"] = Password });
        error.ShouldNotContain("Password of admin");
        error.ShouldNotContain(Password);
    }

    [Fact]
    public async Task Log_InAPipe_IsOneJsonObjectALineWithTheRequestsId()
    {
        var error = await Lifetime(async (client, _) =>
        {
            client.DefaultRequestHeaders.Add("X-Request-Id", "find-me");
            await client.GetAsync("/v1/apps/nothing");
        }, new() { ["MERLON_ADMIN_PASSWORD"] = "correct horse battery" });
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        lines.ShouldContain(line => line.ToJsonString().Contains("find-me", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_WhoseAddressIsTaken_SaysSoAndMakesNothing()
    {
        using var other = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        (await MerlonProcess.Run("serve", "--urls", taken, "--data", _data.FullName)).Refused().ShouldContain($"{taken} cannot be listened on: another program listens there");
        _data.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Worker_Starts_AndStopsWhenTold()
    {
        using var process = MerlonProcess.Start([], "work", "--data", _data.FullName);
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("Merlon works.");
        await MerlonProcess.Stop(process);
    }

    public void Dispose() => _data.Delete(recursive: true);

    // Starts a server, waits for its address, does something with it and stops it; what it wrote on standard error is the answer.
    private async Task<string> Lifetime(Func<HttpClient, Process, Task> act, Dictionary<string, string>? environment = null)
    {
        using var process = MerlonProcess.Start(environment ?? [], "serve", "--data", _data.FullName, "--urls", "http://127.0.0.1:0");
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await error);
            line.ShouldStartWith("Merlon is ready at http://127.0.0.1:");
            using var client = new HttpClient { BaseAddress = new Uri(line.Split(' ')[^1]) };
            await act(client, process);
            await MerlonProcess.Stop(process);
            return await error;
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
