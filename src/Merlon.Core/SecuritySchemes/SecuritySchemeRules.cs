using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Merlon.Core.Outcomes;

namespace Merlon.Core.SecuritySchemes;

/// <summary>What a scheme must satisfy; every error is reported, in the order of the document's checks.</summary>
public static class SecuritySchemeRules
{
    /// <summary>Longest value of any text field.</summary>
    public const int MaxLength = 2048;

    private const string BadIssuer = "INVALID_CUSTOM_PROVIDER_ISSUER_URL";
    private const string BadRedirect = "INVALID_REDIRECT_URL";
    private static readonly FrozenSet<string> ProviderTypes = FrozenSet.Create("Google", "Facebook", "Microsoft", "Gitlab", "Custom");

    /// <summary>What a new scheme must have.</summary>
    public static ImmutableArray<FieldError> CheckNew(SchemeDraft draft)
    {
        (string Field, object? Value)[] required =
        [
            ("name", draft.Name), ("providerType", draft.Provider), ("clientId", draft.ClientId),
            ("clientSecret", draft.ClientSecret), ("redirectUrl", draft.RedirectUrl), ("scopes", draft.Scopes),
        ];
        return [.. required.Where(f => f.Value is null or "").Select(f => new FieldError(f.Field, $"{f.Field} is required.")), .. Check(draft)];
    }

    /// <summary>What the fields that are there must satisfy.</summary>
    public static ImmutableArray<FieldError> Check(SchemeDraft draft)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (draft.Provider is { } provider) CheckProvider(provider, errors);
        if (draft.RedirectUrl is { Length: > 0 } redirect && !IsAbsoluteUrl(redirect))
            errors.Add(new("redirectUrl", $"'{redirect}' is not an absolute URL; write it as https://host/path.", BadRedirect));
        (string Field, string? Value)[] texts =
        [
            ("name", draft.Name), ("providerType.name", draft.Provider?.Name), ("providerType.issuerUrl", draft.Provider?.IssuerUrl),
            ("clientId", draft.ClientId), ("clientSecret", draft.ClientSecret), ("redirectUrl", draft.RedirectUrl), .. (draft.Scopes ?? []).Select(scope => ("scopes", scope)),
        ];
        foreach (var (field, value) in texts)
        {
            if (value?.Length > MaxLength) errors.Add(new(field, $"{field} has {value.Length} characters; at most {MaxLength} are allowed."));
        }
        if (draft.Scopes is { Length: > 100 }) errors.Add(new("scopes", "At most 100 scopes are allowed."));
        if (draft.Scopes is { } scopes && scopes.Contains(null!)) errors.Add(new("scopes", "A scope is text, not null."));
        return errors.ToImmutable();
    }

    private static void CheckProvider(Provider provider, ImmutableArray<FieldError>.Builder errors)
    {
        if (!ProviderTypes.Contains(provider.Type))
            errors.Add(new("providerType.type", $"'{provider.Type}' is not a provider; use Google, Facebook, Microsoft, Gitlab or Custom."));
        if (provider.Type != "Custom") return;
        if (string.IsNullOrWhiteSpace(provider.Name)) errors.Add(new("providerType.name", "A custom provider needs a name."));
        if (!IsPublicIssuer(provider.IssuerUrl))
            errors.Add(new("providerType.issuerUrl", "The issuer of a custom provider is an https URL of a public host, without query, fragment or credentials.", BadIssuer));
    }

    private static bool IsAbsoluteUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme.Length > 0 && text.Contains("://", StringComparison.Ordinal) && url.Host.Length > 0;

    private static bool IsPublicIssuer(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && url.Query.Length == 0 && url.Fragment.Length == 0
        && url.UserInfo.Length == 0 && IsPublicHost(url.IdnHost.Trim('[', ']').TrimEnd('.'));

    private static bool IsPublicHost(string host) =>
        IPAddress.TryParse(host, out var address)
            ? IsPublic(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
            : host.Contains('.') && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) && !host.EndsWith(".local", StringComparison.OrdinalIgnoreCase) && !host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);

    private static bool IsPublic(IPAddress address)
    {
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast) return false;
        if (address.AddressFamily != AddressFamily.InterNetwork) return !address.Equals(IPAddress.IPv6Any);
        var b = address.GetAddressBytes();
        return !(b[0] is 0 or 10 or 127 || b[0] >= 224 || (b[0] == 172 && b[1] is >= 16 and < 32) || (b[0] == 192 && b[1] == 168) || (b[0] == 169 && b[1] == 254) || (b[0] == 100 && b[1] is >= 64 and < 128));
    }
}
