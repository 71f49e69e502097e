using System.Diagnostics;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Merlon.Server.Hosting.Requests;

/// <summary>
/// Gives every request an id, the caller's own when it sends a usable <c>X-Request-Id</c>, and answers with it. Log lines written
/// meanwhile carry it, and one line at the end says what came of the request.
/// </summary>
sealed partial class RequestIds(RequestDelegate next, TimeProvider time, ILogger<RequestIds> log)
{
    /// <summary>The header that carries the id, both ways.</summary>
    public const string Header = "X-Request-Id";

    private const int MaxLength = 64;

    public async Task InvokeAsync(HttpContext http)
    {
        var sent = http.Request.Headers[Header].ToString();
        var id = IsUsable(sent) ? sent : Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        http.TraceIdentifier = id;
        http.Response.Headers[Header] = id;
        var (method, path, started) = (http.Request.Method, http.Request.Path.Value ?? "/", time.GetTimestamp());
        using var scope = log.BeginScope(new Dictionary<string, object> { ["Request"] = id });
        try
        {
            await next(http);
        }
        finally
        {
            var level = path.StartsWith("/health/", StringComparison.Ordinal) || path == "/metrics" ? LogLevel.Debug : LogLevel.Information;
            Served(level, method, path, http.Response.StatusCode, (long)time.GetElapsedTime(started).TotalMilliseconds, http.GetEndpoint()?.Metadata.GetMetadata<Dialect>()?.Name ?? "-", id);
        }
    }

    // Only what cannot forge a log line or a header is taken over.
    private static bool IsUsable(string id) => id.Length is > 0 and <= MaxLength && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    [LoggerMessage(EventId = 2201, Message = "{Method} {Path} {Status} in {Milliseconds} ms, {Api}, request {Id}")]
    private partial void Served(LogLevel level, string method, string path, int status, long milliseconds, string api, string id);
}
