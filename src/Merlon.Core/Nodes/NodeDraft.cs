using Merlon.Core.Outcomes;

namespace Merlon.Core.Nodes;

/// <summary>What a node is asked to be; what is null stays as it is. Passwords are in clear, on their way to encryption; never logged.</summary>
public sealed record NodeDraft
{
    public Given<string>? Name { get; init; }
    public Given<string>? NodeType { get; init; }
    public Given<string>? ExternalId { get; init; }
    public Given<string>? ShortDescription { get; init; }
    public Given<string>? Description { get; init; }
    public Given<string>? MacAddress { get; init; }
    public Given<string>? IpAddress { get; init; }
    public Given<long?>? EnvironmentKey { get; init; }
    public Given<int?>? OperatingSystemFamilyId { get; init; }
    public Given<int?>? OperatingSystemId { get; init; }
    public Given<bool>? IsPublic { get; init; }
    public Given<int?>? Medium { get; init; }
    public Given<string>? MediumHostName { get; init; }
    public Given<int?>? MediumPort { get; init; }
    public Given<string>? MediumUserName { get; init; }
    public Given<string>? MediumPassword { get; init; }
    public Given<string>? AlternatePassword { get; init; }

    /// <summary>Any JSON.</summary>
    public Given<string>? MediumInfo { get; init; }
    public Given<long?>? ConnectionManagerGroupKey { get; init; }

    /// <summary>JSON of scan options.</summary>
    public Given<string>? ScanOptions { get; init; }

    /// <summary>Leaves the passwords out.</summary>
    public override string ToString() => $"NodeDraft {{ {Name?.Value} }}";
}
