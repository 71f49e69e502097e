using Merlon.Packages.Purls;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>
/// A package found on a node. <see cref="Source"/> and its version are those of the source package, for systems whose
/// advisories speak of these; <see cref="Folder"/> is where a language's package lies; <see cref="Purl"/> is null
/// when the name breaks the purl rules.
/// </summary>
sealed record InstalledPackage(string Name, string Version, Purl? Purl)
{
    public string? Architecture { get; init; }

    public string? Source { get; init; }

    public string? SourceVersion { get; init; }

    public string? Folder { get; init; }
}

/// <summary>One package manager's way to know what is installed.</summary>
abstract class PackageSource
{
    /// <summary>The name under <c>packages</c> in the snapshot.</summary>
    public abstract string SubSection { get; }

    /// <summary>What is installed, in any order; nothing when the node does not have this package manager.</summary>
    public abstract IAsyncEnumerable<InstalledPackage> Find(CollectionContext node, CancellationToken cancellation);
}
