using System.Collections.Immutable;

namespace Merlon.Core.Inventory.Folders;

/// <summary>A folder of a scan with all that is below it, summed up.</summary>
public sealed record ScannedFolder
{
    /// <summary>Relative to the root of the codebase, with '/'; empty for the root itself.</summary>
    public required string Path { get; init; }

    /// <summary>The keys of the first and the last file below: all keys between are below it too. Both 0 when there is no file.</summary>
    public required long First { get; init; }

    /// <inheritdoc cref="First"/>
    public required long Last { get; init; }
    public required int Files { get; init; }
    public required long Bytes { get; init; }

    /// <summary>Pieces of evidence, matches left out.</summary>
    public required int Evidence { get; init; }
    public required int Matches { get; init; }

    /// <summary>The licences that stand in most files, most first.</summary>
    public required ImmutableArray<LicenseCount> Licenses { get; init; }

    /// <summary>How many different licences there are.</summary>
    public required int LicenseKinds { get; init; }

    /// <summary>The folders directly in it, in the order of their keys.</summary>
    public required ImmutableArray<ScannedFolder> Folders { get; init; }

    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>What the paths of all files below begin with.</summary>
    public string Prefix => Path.Length == 0 ? "" : $"{Path}/";

    /// <summary>This folder or one below it; null when there is none at the path.</summary>
    public ScannedFolder? Find(string path) => path == Path
        ? this
        : Folders.FirstOrDefault(folder => path == folder.Path || path.StartsWith(folder.Prefix, StringComparison.Ordinal))?.Find(path);
}

/// <summary>In how many files a licence was found.</summary>
/// <param name="Expression">An SPDX licence expression.</param>
public sealed record LicenseCount(string Expression, int Files);
