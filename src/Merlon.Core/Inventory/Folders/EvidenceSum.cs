using System.Collections.Immutable;

namespace Merlon.Core.Inventory.Folders;

/// <summary>How much was found in one file.</summary>
/// <param name="Pieces">Of evidence, matches left out.</param>
/// <param name="Licenses">The different SPDX expressions, in the order of the file.</param>
public readonly record struct EvidenceSum(int Pieces, int Matches, ImmutableArray<string> Licenses)
{
    /// <summary>Of a file without evidence.</summary>
    public static readonly EvidenceSum None = new(0, 0, []);

    /// <summary>Sums up a file's evidence.</summary>
    public static EvidenceSum Of(FileEvidenceDocument? evidence) => evidence is null ? None : new(
        evidence.Licenses.Length + evidence.Copyrights.Length + evidence.Authors.Length + evidence.Emails.Length + evidence.Urls.Length + evidence.Terms.Length,
        evidence.Matches.Length,
        [.. evidence.Licenses.Select(license => license.Expression).Distinct(StringComparer.Ordinal)]);
}
