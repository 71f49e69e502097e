using System.Collections.Immutable;
using Merlon.Core.Findings;
using Merlon.Core.Inventory;
using Merlon.Core.Snapshots;

namespace Merlon.Core.Search;

/// <summary>What was found, by where it is.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Applications">By name.</param>
/// <param name="Nodes">By name.</param>
/// <param name="More">True when more matches than are shown.</param>
public sealed record SearchView(string Query, ImmutableArray<ApplicationHits> Applications, ImmutableArray<MachineHits> Nodes, bool More)
{
    /// <summary>How many packages are shown.</summary>
    public int Packages => Applications.Sum(hits => hits.Items.Length) + Nodes.Sum(hits => hits.Packages.Length);

    /// <summary>How many findings are shown.</summary>
    public int Findings => Applications.Sum(hits => hits.Findings.Length);
}

/// <summary>What of an application matches.</summary>
/// <param name="PublicId">The application's.</param>
public sealed record ApplicationHits(string PublicId, string Name, ImmutableArray<InventoryItem> Items, ImmutableArray<FindingView> Findings);

/// <summary>What of a machine matches.</summary>
public sealed record MachineHits(long Key, string Name, ImmutableArray<NodePackage> Packages);
