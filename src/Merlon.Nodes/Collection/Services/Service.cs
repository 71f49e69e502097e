namespace Merlon.Nodes.Collection.Services;

/// <summary>A service as one of the managers knows it. <paramref name="Enabled"/> says whether it starts with the machine, in the manager's word.</summary>
sealed record Service(string Name, string State, string Enabled)
{
    public const string Unknown = "unknown";

    public string? Description { get; init; }

    public string? SystemdType { get; init; }

    public string? User { get; init; }

    /// <summary>The file that defines it.</summary>
    public string? Source { get; init; }
}
