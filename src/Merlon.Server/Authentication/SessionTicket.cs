using System.Globalization;

namespace Merlon.Server.Authentication;

/// <summary>What a session cookie says once it is unprotected. The user's stamp is checked on every request, so that a session ends with it.</summary>
sealed record SessionTicket(long User, Guid Stamp, long Tenant, DateTimeOffset IssuedAt)
{
    /// <summary>As it is protected.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{User}:{Stamp:N}:{Tenant}:{IssuedAt.ToUnixTimeSeconds()}");

    /// <summary>What <see cref="Write"/> wrote; null for anything else.</summary>
    public static SessionTicket? Read(string text) =>
        text.Split(':') is [var user, var stamp, var tenant, var issued]
        && long.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var userKey)
        && Guid.TryParseExact(stamp, "N", out var stampId)
        && long.TryParse(tenant, NumberStyles.None, CultureInfo.InvariantCulture, out var tenantKey)
        && long.TryParse(issued, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? new(userKey, stampId, tenantKey, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
}
