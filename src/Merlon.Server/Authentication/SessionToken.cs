using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Authentication;

/// <summary>What a call by IQ's session cookie carries besides, so that no other site can make a browser send it: a header equal to a cookie. The value is free.</summary>
static class SessionToken
{
    public const string Cookie = "CLM-CSRF-TOKEN";
    public const string Header = "X-CSRF-TOKEN";

    /// <summary>True when header and cookie are there and equal.</summary>
    public static bool IsIn(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: > 0 } cookie
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(cookie), Encoding.UTF8.GetBytes(request.Headers[Header].ToString()));
}
