using Merlon.Core.Findings.Documents;

namespace Merlon.Core.Findings.Publishing;

/// <summary>A stretch of a batch, made ready for the database apart from the others: digests, texts and compression take most of the time of staging.</summary>
/// <param name="Blocks">The documents, packed; rows count their places from the first of these.</param>
internal sealed record StagedRows(IReadOnlyList<StagedRow> Rows, IReadOnlyList<byte[]> Blocks)
{
    /// <summary>Makes a stretch ready.</summary>
    /// <param name="drafts">Each with the key of its profile.</param>
    /// <param name="known">The digests of what the application has, by fingerprint.</param>
    public static StagedRows Of(IReadOnlyCollection<(FindingDraft Draft, long ProfileKey)> drafts, IReadOnlyDictionary<string, long> known)
    {
        using var documents = new DocumentPacker();
        var (rows, tagDigests) = (new List<StagedRow>(drafts.Count), new Dictionary<Merlon.Analysis.FindingTag, long>());
        foreach (var (draft, profileKey) in drafts) rows.Add(StagedRow.Of(draft, profileKey, known, documents, tagDigests));
        documents.Close();
        return new(rows, documents.Blocks);
    }
}
