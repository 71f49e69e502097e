using Merlon.Core.Identity;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Pages.Entry;

/// <summary>Coming in and going out.</summary>
static class EntryRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(SignInAddress.Path, Ask).Open();
        pages.MapPost(SignInAddress.Path, Enter).Open().TakesForm();
        pages.MapPost("/signout", Leave).Open().TakesForm();
    }

    static IResult Ask(string? to, CurrentCaller current) => current.Value is null
        ? Page<SignInPage>.With(new SignInView("", SignInAddress.Destination(to), null))
        : Results.Redirect(SignInAddress.Destination(to));

    static async Task<IResult> Enter(SignInForm form, HttpContext http, Core.Identity.Authentication authentication, Sessions sessions, SignInAudit audit, CancellationToken ct)
    {
        var address = http.Connection.RemoteIpAddress?.ToString();
        var found = await authentication.Password(form.Login, form.Password, address ?? "", ct);
        if (found is SignIn.Known(var caller) && await sessions.Begin(http, Sessions.OfPages, caller))
        {
            await audit.SignedIn(caller with { Address = address, Request = http.TraceIdentifier }, ct);
            return new SeeOther(SignInAddress.Destination(form.To));
        }
        await audit.Refused(form.Login, found is SignIn.Locked, address, http.TraceIdentifier, ct);
        return found is SignIn.Locked(var remaining)
            ? Again(form, $"Too many failed tries. This login is locked from your address for {Math.Ceiling(remaining.TotalMinutes):0} more minutes.", StatusCodes.Status429TooManyRequests)
            : Again(form, "Login and password do not fit.", StatusCodes.Status401Unauthorized);
    }

    static async Task<IResult> Leave(HttpContext http, CurrentCaller current, SignInAudit audit, CancellationToken ct)
    {
        Sessions.End(http, Sessions.OfPages);
        if (current.Value is { } caller) await audit.SignedOut(caller, ct);
        return new SeeOther(SignInAddress.Path);
    }

    private static IResult Again(SignInForm form, string problem, int status) => Page<SignInPage>.With(new SignInView(form.Login, SignInAddress.Destination(form.To), problem), status);
}
