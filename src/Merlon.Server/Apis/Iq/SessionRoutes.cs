using System.Security.Cryptography;
using Merlon.Core.Identity;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Authentication;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Iq;

/// <summary>The session that scripts of IQ begin by Basic and go on with by cookie.</summary>
static class SessionRoutes
{
    private const string Path = "/rest/user/session";

    public static void Map(ApiRoutes api)
    {
        api.Get(Path, Begin).NeedsAnyCaller().Answers(StatusCodes.Status204NoContent);
        api.Post(Path, Begin).NeedsAnyCaller().Answers(StatusCodes.Status204NoContent);
    }

    // A user token begins no session: it would outlive the token. Its sender goes on with Basic.
    static async Task<IResult> Begin(HttpContext http, Sessions sessions, Caller caller)
    {
        await sessions.Begin(http, Sessions.OfIq, caller);
        var options = new CookieOptions { SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/" };
        http.Response.Cookies.Append(SessionToken.Cookie, RandomNumberGenerator.GetHexString(32, lowercase: true), options);
        return Results.NoContent();
    }
}
