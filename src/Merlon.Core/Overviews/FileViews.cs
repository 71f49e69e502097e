using System.Collections.Immutable;
using Merlon.Core.Codebases;
using Merlon.Core.Inventory;
using Merlon.Core.Inventory.Folders;

namespace Merlon.Core.Overviews;

/// <summary>A stretch of what lies in a folder of an application's current scan.</summary>
/// <param name="Folder">Null before the first scan.</param>
/// <param name="Vulnerabilities">Of all packages; null beneath the root, and for who may not see the inventory.</param>
/// <param name="Next">The key that the next stretch begins after; null after the last.</param>
public sealed record ApplicationFolder(ApplicationHead Head, ScannedFolder? Folder, ImmutableArray<FolderEntry> Entries, InventorySummary? Vulnerabilities, long? Next);

/// <summary>A file or folder in a folder.</summary>
/// <param name="Path">Relative to the root of the codebase.</param>
/// <param name="Files">How many files a folder holds; null for a file.</param>
/// <param name="Licenses">Those of a file in its order, those of a folder most frequent first; of a folder not all.</param>
/// <param name="LicenseKinds">How many different licences there are.</param>
/// <param name="Evidence">Pieces of evidence, matches left out.</param>
/// <param name="Findings">Open ones; null for who may not see findings.</param>
public sealed record FolderEntry(string Path, int? Files, long Bytes, ImmutableArray<string> Licenses, int LicenseKinds, int Evidence, int Matches, int? Findings)
{
    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>A file of an application's current scan with what was found in it.</summary>
/// <param name="Marks">What is shown of it, by kind and line.</param>
/// <param name="MarksLeftOut">How much more there is.</param>
public sealed record FileDetails(ApplicationHead Head, ScannedFileRow File, ImmutableArray<FileMark> Marks, int MarksLeftOut, FileText Text);
