using System.Security.Cryptography;
using Merlon.Core.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Authentication;

/// <summary>Sessions in cookies: nothing is kept on the server, and a change of the user's password or state ends them all.</summary>
sealed class Sessions(Core.Identity.Authentication authentication, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The session of a person at the pages.</summary>
    public const string OfPages = "merlon-session";

    /// <summary>The session of an IQ client, by the name that its document gives.</summary>
    public const string OfIq = "CLMSESSIONID";

    private static readonly TimeSpan ValidFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromHours(1);

    /// <summary>Begins a session of a caller who came with a login and its password; false for any other.</summary>
    public async Task<bool> Begin(HttpContext http, string cookie, Caller caller)
    {
        if (await authentication.Stamp(caller, http.RequestAborted) is not { } stamp) return false;
        Write(http, cookie, new SessionTicket(caller.User!.Value, stamp, caller.Tenant.Key, time.GetUtcNow()));
        return true;
    }

    /// <summary>Whose session the request carries. A session in use is prolonged.</summary>
    public async Task<SignIn> Check(HttpContext http, string cookie)
    {
        if (Read(http, cookie) is not { } ticket || time.GetUtcNow() - ticket.IssuedAt > ValidFor) return new SignIn.Unknown();
        var found = await authentication.Session(ticket.User, ticket.Stamp, ticket.Tenant, http.RequestAborted);
        if (found is SignIn.Known && time.GetUtcNow() - ticket.IssuedAt > RenewedAfter) Write(http, cookie, ticket with { IssuedAt = time.GetUtcNow() });
        return found;
    }

    /// <summary>Takes the session back from the browser.</summary>
    public static void End(HttpContext http, string cookie) => http.Response.Cookies.Delete(cookie, Options(http));

    private SessionTicket? Read(HttpContext http, string cookie)
    {
        if (http.Request.Cookies[cookie] is not { Length: > 0 and < 4096 } value) return null;
        try
        {
            return SessionTicket.Read(Protector(cookie).Unprotect(value));
        }
        catch (CryptographicException)
        {
            // Forged, cut off, or protected by keys that are gone: nobody's.
            return null;
        }
    }

    private void Write(HttpContext http, string cookie, SessionTicket ticket) => http.Response.Cookies.Append(cookie, Protector(cookie).Protect(ticket.Write()), Options(http));

    // Named after the cookie, so that one kind of session never passes for the other.
    private IDataProtector Protector(string cookie) => protection.CreateProtector("Merlon.Session", cookie);

    private static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
}
