using Merlon.Core.Findings;

namespace Merlon.Core.Overviews;

/// <summary>What is marked in a file, in the order in which it is listed.</summary>
public enum FileMarkKind
{
    Finding,
    License,
    Match,
    Copyright,
    Author,
    Email,
    Url,
    Term,
}

/// <summary>Something that was found in a file, and where.</summary>
/// <param name="Start">1-based, as is <paramref name="End"/>, which is inclusive; both 0 where it is about the whole file.</param>
/// <param name="Text">What it is; null where it stands on a line with a secret, which nobody is shown.</param>
/// <param name="Note">What more is known; empty when nothing is.</param>
public sealed record FileMark(FileMarkKind Kind, int Start, int End, string? Text, string Note = "")
{
    /// <summary>The finding that it is, or null.</summary>
    public PlacedFinding? Finding { get; init; }
}
