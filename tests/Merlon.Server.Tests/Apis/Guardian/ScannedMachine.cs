using System.Net;
using System.Text.Json.Nodes;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.Guardian;

/// <summary>This very machine as a node, with one file of its own to change between scans.</summary>
sealed class ScannedMachine(HttpClient client, DirectoryInfo folder, long id) : IDisposable
{
    /// <summary>More than any scan of this machine takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public HttpClient Client => client;

    public long Id => id;

    public string File => Path.Combine(folder.FullName, "app.conf");

    /// <summary>A node of medium type AGENT that looks at facts, packages and the one file.</summary>
    public static async Task<ScannedMachine> In(HttpClient client)
    {
        var folder = Directory.CreateTempSubdirectory("merlon-node-");
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder.FullName, "app.conf"), "port = 80\n");
        var created = await client.Post("/api/v2/nodes.json", new
        {
            node = new
            {
                name = "this-machine", node_type = "SV", medium_type = 1,
                scan_options = new
                {
                    scan_sections = new[] { "inventory", "packages", "files" },
                    scan_directory_options = new object[] { new { path = folder.FullName, raw = true }, new { path = "/etc", exclude = true } },
                },
            },
        }).Body(HttpStatusCode.Created);
        return new(client, folder, (long)created["id"]!);
    }

    /// <summary>Scans it and waits for the end; the answer of last_scan_status.</summary>
    public async Task<JsonNode> Scan(string query = "")
    {
        var started = await client.PostAsync($"/api/v2/nodes/{id}/start_scan.json{query}", null).Body(HttpStatusCode.Created);
        return await Ended(client, id, (long)started["job_id"]!);
    }

    /// <summary>Waits for the end of a node's scan by its job.</summary>
    public static async Task<JsonNode> Ended(HttpClient client, long node, long job)
    {
        var until = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < until)
        {
            var status = (int)(await client.GetAsync($"/api/v2/jobs/{job}.json").Body())["status"]!;
            if (status is not (0 or 1)) return await client.GetAsync($"/api/v2/nodes/{node}/last_scan_status.json").Body();
            await Task.Delay(100);
        }
        throw new TimeoutException($"Job {job} did not end.");
    }

    /// <summary>What a scan saw, read from the string that holds it.</summary>
    public async Task<JsonNode> Data(string query = "") => JsonNode.Parse((string)(await client.GetAsync($"/api/v2/nodes/{id}/scan_details.json{query}").Body())["data"]!)!;

    public void Dispose() => folder.Delete(recursive: true);
}
