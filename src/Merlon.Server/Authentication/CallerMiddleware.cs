using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Authentication;

/// <summary>The caller of the request being served, for the handlers that take a <see cref="Caller"/>.</summary>
sealed class CurrentCaller
{
    /// <summary>Set once, before the handler runs.</summary>
    public Caller? Value { get; set; }
}

/// <summary>Makes the caller of an API request, or answers in the API's own words that there is none.</summary>
sealed class CallerMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Credentials credentials, CurrentCaller current)
    {
        var metadata = http.GetEndpoint()?.Metadata;
        metadata?.GetMetadata<Dialect>()?.OnStarting(http);
        if (metadata?.GetMetadata<Dialect>() is not { } dialect || metadata.GetMetadata<NeedsNobody>() is not null)
        {
            await next(http);
            return;
        }
        switch (await credentials.Check(http, dialect.Api))
        {
            case SignIn.Known(var known):
                var caller = known with { Address = http.Connection.RemoteIpAddress?.ToString(), Request = http.TraceIdentifier };
                current.Value = caller;
                if (dialect.RefusesWithoutScope && metadata.GetMetadata<NeedsScope>() is { } needs && !Array.Exists(needs.AnyOf, caller.MayAnywhere))
                    await dialect.Refuse(http, new Refusal.Forbidden(needs.AnyOf[0]));
                else
                    await next(http);
                break;
            case SignIn.Locked(var remaining):
                http.Response.Headers.RetryAfter = ((int)Math.Ceiling(remaining.TotalSeconds)).ToString();
                await dialect.Fail(http, StatusCodes.Status429TooManyRequests, "Too many failed sign-ins; try again later.");
                break;
            default:
                await dialect.Challenge(http);
                break;
        }
        if (http.Response.StatusCode == StatusCodes.Status403Forbidden && current.Value is { } refused) await Audit(http, refused);
    }

    private static async Task Audit(HttpContext http, Caller caller)
    {
        // The handler's own unit of work was abandoned with the refusal; nothing of it may slip in with the audit row.
        var db = http.RequestServices.GetService(typeof(MerlonDb)) as MerlonDb;
        db!.ChangeTracker.Clear();
        var journal = (Journal)http.RequestServices.GetService(typeof(Journal))!;
        await journal.Note(caller, $"{http.Request.Method} {(http.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText}", "request", http.Request.Path, "refused", CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
