using Merlon.Core.Nodes;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Snapshots;

/// <summary>What a snapshot says of the node itself.</summary>
internal sealed record SeenFacts(string? IpAddress, string? MacAddress, int? FamilyId, int? SystemId)
{
    public static SeenFacts In(SnapshotReader snapshot)
    {
        var system = Fact(snapshot, "os_distro_id") is { } distribution ? OperatingSystems.OfDistribution(distribution) : null;
        return new(First(Fact(snapshot, "ip_addresses")), First(Fact(snapshot, "mac_addresses")), system?.FamilyId, system?.Id);
    }

    private static string? Fact(SnapshotReader snapshot, string name) => snapshot.Find(ItemPath.Of("inventory", "facts", name))?.Attributes["value"]?.Text;

    private static string? First(string? list) => string.IsNullOrEmpty(list) ? null : list.Split(',')[0];
}
