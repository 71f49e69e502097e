using System.Buffers;

namespace Merlon.Analysis.Trees;

/// <summary>Whether archives inside the tree become folders as well. The numbers are those of the Code Insight API.</summary>
public enum ExpansionLevel
{
    /// <summary>Archives inside stay files.</summary>
    None = 1,

    /// <summary>Archives inside are expanded, the archives in those are not.</summary>
    FirstLevel = 2,

    /// <summary>All archives are expanded, down to <see cref="ExpansionLimits.ArchiveDepth"/>.</summary>
    Recursive = 3,
}

/// <summary>How an archive becomes a tree.</summary>
public sealed record ExpansionOptions
{
    static readonly SearchValues<char> NotInNames = SearchValues.Create("/:*?\"<>|\\\0");

    public ExpansionLevel Level { get; init; } = ExpansionLevel.None;

    /// <summary>Whether inner archives are deleted once they are expanded.</summary>
    public bool DeleteArchives { get; init; }

    /// <summary>Added to the name of an expanded inner archive's folder: at most 20 characters, none of <c>/ : * ? " &lt; &gt; | \0</c>.</summary>
    public string FolderSuffix { get; init; } = "";

    public ExpansionLimits Limits { get; init; } = new();

    /// <summary>Why <see cref="FolderSuffix"/> cannot be used, or null when it can.</summary>
    public static string? WhatIsWrongWithSuffix(string suffix) =>
        suffix.Length > 20 ? "The archive folder suffix is longer than 20 characters."
        : suffix.AsSpan().ContainsAny(NotInNames) ? "The archive folder suffix contains one of / : * ? \" < > | \\ or a zero character."
        : null;
}

/// <summary>What an archive may become. They hold for the archive and all archives in it together, but <see cref="PathDepth"/> and
/// <see cref="NameBytes"/>, which hold for each path.</summary>
public sealed record ExpansionLimits
{
    public long TotalBytes { get; init; } = 32L << 30;
    public int Entries { get; init; } = 2_000_000;

    /// <summary>Expanded bytes per byte of the uploaded archive, once more than <see cref="RatioFreeBytes"/> came out. Source code
    /// stays below 30, zeros in a zip reach 1,030.</summary>
    public int Ratio { get; init; } = 400;

    public long RatioFreeBytes { get; init; } = 256L << 20;

    /// <summary>Archives within archives; deeper ones stay files.</summary>
    public int ArchiveDepth { get; init; } = 16;

    /// <summary>Folders within folders.</summary>
    public int PathDepth { get; init; } = 128;

    /// <summary>Of one file or folder name in UTF-8; what file systems take.</summary>
    public int NameBytes { get; init; } = 255;
}
