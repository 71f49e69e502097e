using System.Collections.Immutable;
using Merlon.Core.Findings;
using Merlon.Core.Inventory;

namespace Merlon.Core.Overviews;

/// <summary>Makes marks of what was found in a file.</summary>
internal static class FileMarks
{
    /// <summary>All marks, by kind and line. What was copied from a line with a secret is left out.</summary>
    public static ImmutableArray<FileMark> Of(FileEvidenceDocument? evidence, IEnumerable<PlacedFinding> findings, ImmutableSortedSet<int> secretLines) =>
        [.. findings.Select(finding => Of(finding)).Concat(Of(evidence ?? new()).Select(mark => Masked(mark, secretLines))).OrderBy(mark => mark.Kind).ThenBy(mark => mark.Start)];

    private static FileMark Of(PlacedFinding finding) => new(FileMarkKind.Finding, finding.Line, finding.Line, finding.Title) { Finding = finding };

    private static IEnumerable<FileMark> Of(FileEvidenceDocument evidence) =>
    [
        .. evidence.Licenses.Select(l => new FileMark(FileMarkKind.License, l.StartLine, l.EndLine, l.Expression, $"{l.Score:0} %{(l.Rule is null ? "" : $", {l.Rule}")}")),
        .. evidence.Matches.Select(m => new FileMark(FileMarkKind.Match, m.StartLine ?? 0, m.EndLine ?? 0, $"{m.Origin}: {m.Source}", m.Whole ? "the whole file" : $"{m.Share:0} % of this file")),
        .. evidence.Copyrights.Select(c => new FileMark(FileMarkKind.Copyright, c.Line, c.Line, c.Statement)),
        .. evidence.Authors.Select(a => new FileMark(FileMarkKind.Author, a.Line, a.Line, a.Author)),
        .. evidence.Emails.Select(e => new FileMark(FileMarkKind.Email, e.Line, e.Line, e.Email, e.Placeholder == true ? "an example" : "")),
        .. evidence.Urls.Select(u => new FileMark(FileMarkKind.Url, u.Line, u.Line, u.Url, u.Placeholder == true ? "an example" : "")),
        .. evidence.Terms.Select(t => new FileMark(FileMarkKind.Term, t.Line, t.Line, t.Text, t.Term)),
    ];

    // A licence and a match are words of ours; the rest repeats the file.
    private static FileMark Masked(FileMark mark, ImmutableSortedSet<int> secretLines) =>
        mark.Kind is not (FileMarkKind.License or FileMarkKind.Match) && secretLines.Contains(mark.Start) ? mark with { Text = null } : mark;
}
