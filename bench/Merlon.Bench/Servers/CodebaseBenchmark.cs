using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Merlon.Bench.Servers;

/// <summary>A source tree as large as a kernel's, and one file of the same size: uploaded, expanded and scanned by the server as users run it.</summary>
static class CodebaseBenchmark
{
    private const int ServerMegabytes = 400;
    private const int EngineMegabytes = 2048;
    private const string Api = "/codeinsight/api";

    public static async Task<bool> Run(Arguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("merlon-bench-");
        var bytes = (long)arguments.Number("megabytes", 1100) << 20;
        var kept = true;
        (string Name, int Files)[] shapes = [("a tree", arguments.Number("files", 80_000)), ("one file", 1)];
        foreach (var (name, files) in shapes)
        {
            var archive = arguments.Text("archive") is { } given && files > 1 ? given : Path.Combine(folder.FullName, "code.tar.gz");
            if (archive != arguments.Text("archive")) GeneratedTree.Write(archive, bytes, files);
            kept &= await Measure(arguments, name, archive, Path.Combine(folder.FullName, $"data-{files}"));
        }
        folder.Delete(recursive: true);
        return kept;
    }

    private static async Task<bool> Measure(Arguments arguments, string name, string archive, string data)
    {
        using var server = await ServerProcess.Start(arguments, data);
        using var stop = new CancellationTokenSource();
        var sampling = Sample(server.Id, stop.Token);
        var watch = Stopwatch.StartNew();
        var project = (long)(await Send(server.Client.PostAsJsonAsync($"{Api}/projects", new { name = "kernel" })))["id"]!;
        await using (var content = File.OpenRead(archive)) await Send(server.Client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={project}", new StreamContent(content)));
        var uploaded = watch.Elapsed;
        var job = (await Send(server.Client.PostAsync($"{Api}/scanResource/projectScan/{project}", null)))["Content: "]!;
        var end = await Ended(server.Client, $"{Api}/jobs/{job}");
        await stop.CancelAsync();
        var engine = await sampling;
        var (most, cpu) = (Memory.Of(server.Id, "VmHWM"), Memory.Cpu(server.Id));
        Console.WriteLine($"{name}: {new FileInfo(archive).Length >> 20} MB packed, uploaded after {uploaded.TotalSeconds:0} s, scan {end} after {watch.Elapsed.TotalSeconds:0} s ({cpu:0} s CPU with engines); server at most {most} MB, engine at most {engine} MB");
        return end == "Completed" && most < ServerMegabytes && engine < EngineMegabytes;
    }

    private static async Task<string> Ended(HttpClient client, string job)
    {
        while (true)
        {
            var status = (string)(await Send(client.GetAsync(job)))["status"]!;
            if (status is "Completed" or "Failed" or "Terminated" or "Canceled") return status;
            await Task.Delay(500);
        }
    }

    private static async Task<int> Sample(int server, CancellationToken stop)
    {
        var most = 0;
        while (!stop.IsCancellationRequested)
        {
            foreach (var child in Memory.Children(server)) most = Math.Max(most, Memory.Of(child, "VmHWM"));
            await Task.Delay(200, CancellationToken.None);
        }
        return most;
    }

    private static async Task<JsonNode> Send(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(text.Length == 0 ? "{}" : text)! : throw new InvalidOperationException($"{(int)response.StatusCode} {text}");
    }
}
