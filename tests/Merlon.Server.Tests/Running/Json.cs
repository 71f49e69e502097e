using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Merlon.Server.Tests.Running;

/// <summary>Short words for what most tests say.</summary>
static class Json
{
    /// <summary>The body as JSON, after the status was checked; a wrong status shows the body.</summary>
    public static async Task<JsonNode> Body(this Task<HttpResponseMessage> sending, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>Checks the status alone.</summary>
    public static async Task Is(this Task<HttpResponseMessage> sending, HttpStatusCode expected)
    {
        using var response = await sending;
        response.StatusCode.ShouldBe(expected, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a body of raw JSON text.</summary>
    public static Task<HttpResponseMessage> Send(this HttpClient client, HttpMethod method, string path, string json) =>
        client.SendAsync(new HttpRequestMessage(method, path) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") });

    /// <summary>Posts a value as JSON.</summary>
    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, object value) => client.PostAsJsonAsync(path, value, JsonSerializerOptions.Web);

    /// <summary>Patches with a value as JSON.</summary>
    public static Task<HttpResponseMessage> Patch(this HttpClient client, string path, object value) => client.PatchAsJsonAsync(path, value, JsonSerializerOptions.Web);

    /// <summary>Puts a value as JSON.</summary>
    public static Task<HttpResponseMessage> Put(this HttpClient client, string path, object value) => client.PutAsJsonAsync(path, value, JsonSerializerOptions.Web);
}
