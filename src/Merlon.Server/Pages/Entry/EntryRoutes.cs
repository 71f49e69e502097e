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

    static async Task<IResult> Enter(SignInForm form, HttpContext http, Core.Identity.Authentication authentication, Sessions sessions, CancellationToken ct)
    {
        var found = await authentication.Password(form.Login, form.Password, http.Connection.RemoteIpAddress?.ToString() ?? "", ct);
        if (found is SignIn.Known(var caller) && await sessions.Begin(http, Sessions.OfPages, caller)) return new SeeOther(SignInAddress.Destination(form.To));
        return found is SignIn.Locked(var remaining)
            ? Again(form, $"Too many failed tries. This login is locked from your address for {Math.Ceiling(remaining.TotalMinutes):0} more minutes.", StatusCodes.Status429TooManyRequests)
            : Again(form, "Login and password do not fit.", StatusCodes.Status401Unauthorized);
    }

    static IResult Leave(HttpContext http)
    {
        Sessions.End(http, Sessions.OfPages);
        return new SeeOther(SignInAddress.Path);
    }

    private static IResult Again(SignInForm form, string problem, int status) => Page<SignInPage>.With(new SignInView(form.Login, SignInAddress.Destination(form.To), problem), status);
}
