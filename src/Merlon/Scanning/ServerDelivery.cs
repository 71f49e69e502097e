using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Merlon.Scanning;

/// <summary>Sends a tree to a server and has it scanned there, by the calls that any client of the Code Insight API makes.</summary>
sealed class ServerDelivery(Delivery to, TimeProvider time)
{
    private const string Api = "codeinsight/api/";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly string[] Ended = ["completed", "failed", "canceled", "terminated"];

    /// <summary>Delivers a folder or archive and waits until the server has scanned it.</summary>
    public async Task Deliver(string path, CancellationToken ct)
    {
        // Uploads take as long as they take.
        using var http = new HttpClient { BaseAddress = to.Server, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", to.Token);
        var project = await Project(http, ct);
        using (var code = new TreeContent(path))
        {
            code.Headers.ContentType = new("application/octet-stream");
            await Ask(http.PostAsync($"{Api}project/uploadProjectCodebase?projectId={project}&deleteExistingFileOnServer=true&expansionLevel=1", code, ct), ct);
        }
        var branch = to.Branch is null ? "" : $"?branch={Uri.EscapeDataString(to.Branch)}";
        var task = Content(await Ask(http.PostAsync($"{Api}scanResource/projectScan/{project}{branch}", null, ct), ct)).GetValue<long>();
        await Wait(http, task, ct);
        Console.Error.WriteLine($"merlon: kept on {to.Server} as a scan of {to.Application}.");
    }

    private async Task<long> Project(HttpClient http, CancellationToken ct)
    {
        using var found = await Send(http.GetAsync($"{Api}project/id?projectName={Uri.EscapeDataString(to.Application)}", ct));
        if (found.IsSuccessStatusCode) return Content(await Read(found, ct)).GetValue<long>();
        // The document's answer to a name that is not there.
        if (found.StatusCode != HttpStatusCode.BadRequest) throw await Refused(found, ct);
        var made = await Ask(http.PostAsJsonAsync($"{Api}projects", new { name = to.Application }, ct), ct);
        return made["id"]!.GetValue<long>();
    }

    private async Task Wait(HttpClient http, long task, CancellationToken ct)
    {
        using var line = new StatusLine(time);
        for (var status = ""; ;)
        {
            status = Content(await Ask(http.GetAsync($"{Api}project/scanStatus/{task}", ct), ct)).GetValue<string>();
            if (status == "completed") return;
            if (Ended.Contains(status)) throw new InputException($"The server's scan ended as {status}; its page of the application says why.");
            line.Show($"{to.Server.Host}: {status}");
            await Task.Delay(Pause, time, ct);
        }
    }

    private async Task<JsonNode> Ask(Task<HttpResponseMessage> sent, CancellationToken ct)
    {
        using var response = await Send(sent);
        return response.IsSuccessStatusCode ? await Read(response, ct) : throw await Refused(response, ct);
    }

    private async Task<HttpResponseMessage> Send(Task<HttpResponseMessage> sent)
    {
        try
        {
            return await sent;
        }
        catch (HttpRequestException unreachable)
        {
            throw new InputException($"{to.Server} cannot be reached: {unreachable.Message}");
        }
    }

    private async Task<JsonNode> Read(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<JsonNode>(ct) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InputException($"{to.Server} does not answer as Merlon does; is that its address?");
        }
    }

    private async Task<InputException> Refused(HttpResponseMessage response, CancellationToken ct) => response.StatusCode switch
    {
        HttpStatusCode.Unauthorized => new($"{to.Server} does not know the token."),
        HttpStatusCode.Forbidden => new($"The token may not scan {to.Application} on {to.Server}."),
        var status => new($"{to.Server} answered {(int)status}: {await Words(response, ct)}"),
    };

    private static async Task<string> Words(HttpResponseMessage response, CancellationToken ct)
    {
        var text = await response.Content.ReadAsStringAsync(ct);
        return text.Length <= 500 ? text : text[..500];
    }

    private static JsonNode Content(JsonNode answer) => answer["Content: "]!;
}
