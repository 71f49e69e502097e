namespace Merlon.Bench;

/// <summary>How a client reads an answer that it is not interested in.</summary>
static class Responses
{
    /// <summary>Reads the whole answer and keeps nothing of it, so that what is measured is the server and not its client's memory.</summary>
    public static async Task Drain(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.CopyToAsync(Stream.Null);
    }
}
