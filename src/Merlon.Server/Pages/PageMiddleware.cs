using Merlon.Core.Identity;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Authentication;
using Merlon.Server.Pages.Entry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Merlon.Server.Pages;

/// <summary>Marks the endpoints that answer people with a page.</summary>
sealed record IsPage;

/// <summary>Knows who looks at a page by their session, sends strangers to the sign-in, and shows a page when something breaks.</summary>
sealed partial class PageMiddleware(RequestDelegate next, ILogger<PageMiddleware> log)
{
    // Nothing of a page comes from elsewhere, and none of it is a script.
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext http, Sessions sessions, CurrentCaller current, PageContext page)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IsPage>() is null)
        {
            await next(http);
            return;
        }
        http.Response.Headers.ContentSecurityPolicy = Policy;
        // In these words: the framework's own for pages with forms, of which it otherwise warns that it put them in place of ours.
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers.Pragma = "no-cache";
        var caller = await sessions.Check(http, Sessions.OfPages) is SignIn.Known(var known) ? known with { Address = http.Connection.RemoteIpAddress?.ToString(), Request = http.TraceIdentifier } : null;
        page.Begin(http, current.Value = caller);
        if (caller is null && http.GetEndpoint()!.Metadata.GetMetadata<NeedsNobody>() is null)
            http.Response.Redirect(SignInAddress.ReturningTo(http.Request));
        else
            await Show(http);
    }

    private async Task Show(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            Failed(exception, http.Request.Method, http.Request.Path, http.TraceIdentifier);
            var broken = RefusedView.Broken(http.TraceIdentifier);
            await Page<RefusedPage>.With(broken, broken.Status).ExecuteAsync(http);
        }
    }

    [LoggerMessage(2351, LogLevel.Error, "Page {Method} {Path} failed, request {Request}")]
    private partial void Failed(Exception exception, string method, string path, string request);
}
