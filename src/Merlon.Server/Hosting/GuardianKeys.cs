using System.Text;
using Merlon.Core.Identity;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Hosting;

/// <summary>For the two first segments that Guardian and IQ share: looks whether a Basic key pair was made for Guardian alone.</summary>
sealed class GuardianKeys(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Core.Identity.Authentication authentication)
    {
        if ((IsShared(http.Request.Path, "/api/v2/users") || IsShared(http.Request.Path, "/api/v2/policies")) && ApiKey(http.Request.Headers.Authorization.ToString()) is { } key
            && await authentication.IsFor(key, ApiName.Guardian, http.RequestAborted))
        {
            http.Items[ApiSelection.GuardianKeyItem] = true;
        }
        await next(http);
    }

    private static bool IsShared(PathString path, string prefix) => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase);

    private static string? ApiKey(string authorization)
    {
        if (!authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
        var buffer = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization["Basic ".Length..].Trim(), buffer, out var length)) return null;
        var user = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2)[0];
        return Core.Identity.Authentication.LooksLikeKey(user) ? user : null;
    }
}
