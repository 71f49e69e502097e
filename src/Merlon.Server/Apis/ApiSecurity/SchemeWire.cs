using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Merlon.Core.SecuritySchemes;

namespace Merlon.Server.Apis.ApiSecurity;

/// <summary>A scheme as the API shows it: never the client secret.</summary>
sealed record SchemeWire(Guid Id, long Revision, string Name, Guid EnvironmentId, ProviderWire ProviderType, string ClientId, string RedirectUrl, ImmutableArray<string> Scopes)
{
    public static SchemeWire From(SecurityScheme scheme) =>
        new(scheme.Id, scheme.Revision, scheme.Name, scheme.DeploymentId, ProviderWire.From(scheme.Provider), scheme.ClientId, scheme.RedirectUrl, scheme.Scopes);
}

/// <summary>The schemes of an environment.</summary>
sealed record SchemeListWire(IReadOnlyList<SchemeWire> Values)
{
    public static SchemeListWire From(IReadOnlyList<SecurityScheme> schemes) => new([.. schemes.Select(SchemeWire.From)]);
}

/// <summary>The provider as a tagged object; name and issuer only of a custom one.</summary>
sealed record ProviderWire(
    string? Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IssuerUrl = null)
{
    public static ProviderWire From(Provider provider) => new(provider.Type, provider.Name, provider.IssuerUrl);

    public Provider ToProvider() => new(Type ?? "", Type == "Custom" ? Name : null, Type == "Custom" ? IssuerUrl : null);
}

/// <summary>The body of a creation; what is missing is reported by the domain, all at once.</summary>
sealed record SchemeCreation(string? Name, ProviderWire? ProviderType, string? ClientId, string? ClientSecret, string? RedirectUrl, ImmutableArray<string>? Scopes)
{
    public SchemeDraft ToDraft() => new() { Name = Name, Provider = ProviderType?.ToProvider(), ClientId = ClientId, ClientSecret = ClientSecret, RedirectUrl = RedirectUrl, Scopes = Scopes };

    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => $"SchemeCreation {{ {Name} }}";
}

/// <summary>The body of a change: absent fields stay; a name is not read, because it cannot change.</summary>
sealed record SchemeChange([property: JsonRequired] ulong CurrentRevision, ProviderWire? ProviderType, string? ClientId, string? ClientSecret, string? RedirectUrl, ImmutableArray<string>? Scopes)
{
    /// <summary>The revision the sender last saw.</summary>
    [JsonIgnore]
    public long Seen => ToRevision(CurrentRevision);

    /// <summary>A revision of the wire's unsigned range; one that no scheme can have matches none.</summary>
    public static long ToRevision(ulong wire) => wire <= long.MaxValue ? (long)wire : -1;

    public SchemeDraft ToDraft() => new() { Provider = ProviderType?.ToProvider(), ClientId = ClientId, ClientSecret = ClientSecret, RedirectUrl = RedirectUrl, Scopes = Scopes };

    /// <summary>Leaves the secret out.</summary>
    public override string ToString() => $"SchemeChange {{ {CurrentRevision} }}";
}
