using System.Text;
using Merlon.Core.Identity;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Authentication;

/// <summary>Reads the <c>Authorization</c> header in every form that a client of one of the APIs sends, and IQ's session.</summary>
sealed class Credentials(Core.Identity.Authentication authentication, Sessions sessions)
{
    private const int KeyLength = 64;

    /// <summary>Who the request says it is, checked.</summary>
    public Task<SignIn> Check(HttpContext http, ApiName api)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (header.Length == 0 && api == ApiName.Iq && SessionToken.IsIn(http.Request)) return sessions.Check(http, Sessions.OfIq);
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return Task.FromResult<SignIn>(new SignIn.Unknown());
        var rest = header[(space + 1)..].Trim();
        return header[..space].ToUpperInvariant() switch
        {
            // One plug-in really sends "Bearer:".
            "BEARER" or "BEARER:" => authentication.Bearer(rest, api, http.RequestAborted),
            "TOKEN" => Token(rest, api, http.RequestAborted),
            "BASIC" => Basic(rest, api, http),
            _ => Task.FromResult<SignIn>(new SignIn.Unknown()),
        };
    }

    private Task<SignIn> Token(string text, ApiName api, CancellationToken ct)
    {
        var value = text.StartsWith("token=", StringComparison.OrdinalIgnoreCase) ? text["token=".Length..].Trim('"', ' ') : text.Trim('"', ' ');
        return value.Length == 2 * KeyLength
            ? authentication.KeyPair(value[..KeyLength], value[KeyLength..], api, ct)
            : authentication.Bearer(value, api, ct);
    }

    private Task<SignIn> Basic(string text, ApiName api, HttpContext http)
    {
        var buffer = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, buffer, out var length)) return Task.FromResult<SignIn>(new SignIn.Unknown());
        var pair = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        if (pair.Length != 2) return Task.FromResult<SignIn>(new SignIn.Unknown());
        return Core.Identity.Authentication.LooksLikeKey(pair[0])
            ? authentication.KeyPair(pair[0], pair[1], api, http.RequestAborted)
            : authentication.Password(pair[0], pair[1], http.Connection.RemoteIpAddress?.ToString() ?? "", http.RequestAborted);
    }
}
