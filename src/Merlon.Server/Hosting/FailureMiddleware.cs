using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Hosting.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Merlon.Server.Hosting;

/// <summary>Whatever an API endpoint throws becomes that API's own answer; details go to the log under the request's id.</summary>
sealed partial class FailureMiddleware(RequestDelegate next, ILogger<FailureMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted && http.GetEndpoint()?.Metadata.GetMetadata<Dialect>() is not null)
        {
            var dialect = http.GetEndpoint()!.Metadata.GetRequiredMetadata<Dialect>();
            Begin(http, dialect);
            switch (exception)
            {
                case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                    http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
                    break;
                case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large:
                    await dialect.Fail(http, large.StatusCode, "The request body is larger than this operation accepts.");
                    break;
                case BadHttpRequestException bad:
                    await dialect.Refuse(http, new Refusal.Invalid("", Words(bad)));
                    break;
                case var full when StorageFull.Is(full):
                    Failed(exception, http.Request.Method, http.Request.Path, http.TraceIdentifier);
                    await dialect.Fail(http, StatusCodes.Status507InsufficientStorage, "The server has no room left for this; nothing was kept. Whoever operates it must make room, then try again.");
                    break;
                default:
                    Failed(exception, http.Request.Method, http.Request.Path, http.TraceIdentifier);
                    await dialect.Fail(http, StatusCodes.Status500InternalServerError, $"Something broke on our side. The server's log has the details under request {http.TraceIdentifier}.");
                    break;
            }
        }
    }

    // Nothing stays of what was begun, but what every answer carries does.
    private static void Begin(HttpContext http, Dialect dialect)
    {
        http.Response.Clear();
        http.Response.Headers[RequestIds.Header] = http.TraceIdentifier;
        dialect.OnStarting(http);
    }

    // The framework's words name the handler's own parameter and type; only the parameter is the caller's business.
    private static string Words(BadHttpRequestException bad)
    {
        var quoted = bad.Message.Split('"');
        return quoted.Length >= 4 && bad.Message.StartsWith("Failed to bind", StringComparison.Ordinal)
            ? $"'{quoted[3]}' is not a valid value for {quoted[1].Split(' ')[^1]}."
            : "The request cannot be read.";
    }

    [LoggerMessage(2001, LogLevel.Error, "{Method} {Path} failed, request {Request}")]
    private partial void Failed(Exception exception, string method, string path, string request);
}
