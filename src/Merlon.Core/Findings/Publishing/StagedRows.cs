using Merlon.Core.Findings.Documents;

namespace Merlon.Core.Findings.Publishing;

/// <summary>A stretch of a batch, made ready for the database apart from the others: digests, texts and compression take most of the time of staging.</summary>
/// <param name="Blocks">The documents, packed; rows count their places from the first of these.</param>
internal sealed record StagedRows(IReadOnlyList<StagedRow> Rows, IReadOnlyList<byte[]> Blocks)
{
    /// <summary>Makes a stretch ready.</summary>
    /// <param name="drafts">Each with the key of its profile.</param>
    public static StagedRows Of(IReadOnlyCollection<(FindingDraft Draft, long ProfileKey)> drafts, KnownFindings known, TagDigests tags)
    {
        using var documents = new DocumentPacker();
        var rows = new List<StagedRow>(drafts.Count);
        foreach (var (draft, profileKey) in drafts) rows.Add(StagedRow.Of(draft, profileKey, known, documents, tags));
        documents.Close();
        return new(rows, documents.Blocks);
    }
}
