using Merlon.Nodes.Snapshots;
using Merlon.Packages.Purls;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>Where a package stands in a snapshot, and the purl that advisories are matched by.</summary>
public sealed record InstalledPurl(ItemPath Path, Purl Purl);

/// <summary>Reads the packages of a stored snapshot for advisory matching.</summary>
public static class InstalledPurls
{
    /// <summary>Every package with a purl, in path order.</summary>
    public static IEnumerable<InstalledPurl> In(SnapshotReader snapshot)
    {
        foreach (var item in snapshot.Read("packages"))
            if (item.Attributes["purl"] is { Kind: ScalarKind.Text } text && Purl.TryParse(text.Text, out var purl))
                yield return new InstalledPurl(item.Path, purl);
    }
}
