using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Merlon.Tests.Crashes;

/// <summary>kill -9 in the middle of things: nothing acknowledged is lost, nothing half-written shows, no lock is left.</summary>
public sealed class CrashTests
{
    private const string Api = "/codeinsight/api";
    private const int Packages = 400;
    private readonly Random _when = new(20_261);

    [Fact]
    public async Task FirstStart_KilledAnywhere_LeavesAServerThatStartsWithOneTenantAndItsUser()
    {
        for (var round = 0; round < KilledServer.Rounds; round++)
        {
            using var server = new KilledServer();
            server.Start();
            // Somewhere in the steps of the schema, or in what the first start makes after them.
            await server.Until(() => File.Exists(Path.Combine(server.Data, "merlon.db")));
            await Task.Delay(_when.Next(0, 1000));
            await server.Kill();

            await server.StartReady();
            var organizations = (await server.Get("/api/v2/organizations"))["organizations"]!.AsArray();

            organizations.Select(o => (string)o!["name"]!).ShouldBe(["Root Organization", "Sandbox Organization"], $"round {round}");
        }
    }

    [Fact]
    public async Task Upload_KilledAnywhere_IsWholeWhenItWasAcknowledgedAndAbsentOrWholeWhenNot()
    {
        using var server = new KilledServer();
        await server.StartReady();
        for (var round = 0; round < KilledServer.Rounds; round++)
        {
            var project = await server.Project($"upload-{round}");
            var upload = server.Try(client => client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={project}", Archive()));
            await Task.Delay(_when.Next(0, 1500));
            await server.Kill();
            using var answer = await upload;

            await server.StartReady();
            using var start = await server.Client.PostAsync($"{Api}/scanResource/projectScan/{project}", null);

            if (answer is { StatusCode: HttpStatusCode.OK }) start.StatusCode.ShouldBe(HttpStatusCode.OK, $"round {round}");
            if (start.StatusCode == HttpStatusCode.OK) await Finished(server, start);
            if (start.StatusCode == HttpStatusCode.OK) (await Items(server, project)).ShouldBe(Packages, $"round {round}");
        }
    }

    [Fact]
    public async Task Scan_KilledAnywhere_EndsWholeAfterARestart_AndNeverShowsAPart()
    {
        using var server = new KilledServer();
        await server.StartReady();
        for (var round = 0; round < KilledServer.Rounds; round++)
        {
            var project = await server.Project($"scan-{round}");
            (await server.Client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={project}", Archive())).StatusCode.ShouldBe(HttpStatusCode.OK);
            using var start = await server.Client.PostAsync($"{Api}/scanResource/projectScan/{project}", null);
            await Task.Delay(_when.Next(0, 4000));
            await server.Kill();

            await server.StartReady();
            (await Items(server, project)).ShouldBeOneOf(0, Packages);
            await Finished(server, start);

            (await Items(server, project)).ShouldBe(Packages, $"round {round}");
        }
    }

    [Fact]
    public async Task Publish_KilledAnywhere_ShowsAllOrNothing_AndLeavesNothingLyingAbout()
    {
        using var server = new KilledServer();
        await server.StartReady();
        for (var round = 0; round < KilledServer.Rounds; round++)
        {
            var project = await server.Project($"publish-{round}");
            (await server.Client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={project}", Archive())).StatusCode.ShouldBe(HttpStatusCode.OK);
            using var start = await server.Client.PostAsync($"{Api}/scanResource/projectScan/{project}", null);
            // Once packages are staged, what is left is judging, publishing and tidying.
            await server.Until(() => server.Ask("SELECT COUNT(*) FROM scan_packages p WHERE NOT EXISTS (SELECT 1 FROM scans s WHERE s.key = p.scan_key AND s.status = 'Completed')") > 0 || server.Ask("SELECT COUNT(*) FROM jobs WHERE status >= 4") > round);
            await Task.Delay(_when.Next(0, 300));
            await server.Kill();

            await server.StartReady();
            (await Items(server, project)).ShouldBeOneOf(0, Packages);
            await Finished(server, start);

            (await Items(server, project)).ShouldBe(Packages, $"round {round}");
            server.Ask("SELECT COUNT(*) FROM scan_packages").ShouldBe(Packages * (round + 1), $"round {round}");
            await server.Until(() => Directory.EnumerateDirectories(Path.Combine(server.Data, "scratch")).Count() <= 1);
        }
    }

    private static async Task Finished(KilledServer server, HttpResponseMessage start)
    {
        var task = JsonNode.Parse(await start.Content.ReadAsStringAsync())!["Content: "]!;
        while (true)
        {
            var job = await server.Get($"{Api}/jobs/{task}");
            if ((string)job["status"]! is "Completed" or "Failed" or "Terminated" or "Canceled")
            {
                ((string)job["status"]!).ShouldBe("Completed", job.ToJsonString());
                return;
            }
            await Task.Delay(100);
        }
    }

    // The summary refuses an empty inventory, so a refusal is none.
    private static async Task<int> Items(KilledServer server, long project)
    {
        using var response = await server.Client.GetAsync($"{Api}/projects/{project}/inventorySummary?limit=10000");
        return response.StatusCode == HttpStatusCode.OK ? JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!.AsArray().Count : 0;
    }

    private static ByteArrayContent Archive()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var sums = new StreamWriter(zip.CreateEntry("go.mod").Open()))
            {
                sums.Write("module example.org/m\n\ngo 1.22\n\nrequire (\n");
                for (var i = 0; i < Packages; i++) sums.Write($"\texample.org/p{i} v1.0.{i}\n");
                sums.Write(")\n");
            }
            for (var i = 0; i < 300; i++)
            {
                using var file = zip.CreateEntry($"src/f{i}.txt", CompressionLevel.NoCompression).Open();
                file.Write(Encoding.ASCII.GetBytes(new string((char)('a' + (i % 26)), 20_000)));
            }
        }
        return new ByteArrayContent(memory.ToArray());
    }
}
