using Merlon.Core.Findings.Documents;
using Merlon.Core.Scans;

namespace Merlon.Core.Findings.Publishing;

/// <summary>A draft on its way into a row of <see cref="StagedFinding"/>.</summary>
/// <param name="Document">The place of its document counted from the batch's first block; null where none is kept.</param>
/// <param name="Tags">As they stand in the row.</param>
internal sealed record StagedRow(FindingDraft Draft, StagedNews News, long ProfileKey, long Digest, int? Document, byte[] Tags)
{
    private static readonly byte[] Untagged = [];

    /// <summary>Decides what is new about a draft, and keeps its document if anything is.</summary>
    public static StagedRow Of(FindingDraft draft, long profileKey, IReadOnlyDictionary<string, long> known, DocumentPacker documents, Dictionary<Merlon.Analysis.FindingTag, long> tagDigests)
    {
        var digest = draft.Digest(documents.Write(draft.Document), profileKey);
        var news = !known.TryGetValue(draft.Fingerprint, out var before) ? StagedNews.New : before == digest ? StagedNews.Same : StagedNews.Changed;
        return news == StagedNews.Same
            ? new(draft, news, profileKey, digest, null, Untagged)
            : new(draft, news, profileKey, digest, documents.Keep(), FindingTag.Pack(draft.Document.Tags, tagDigests));
    }

    /// <summary>The row's values, in the order of the table's columns.</summary>
    public object?[] Columns(Scan scan, long firstBlock) => Document is { } place
        ?
        [
            scan.TenantKey, scan.Key, Draft.Fingerprint, (int)News, ProfileKey, Draft.Title, Draft.Path, Draft.Line, Draft.Rule,
            new DocumentPlace(firstBlock, 0).Value + place, Digest, Tags,
        ]
        : [scan.TenantKey, scan.Key, Draft.Fingerprint, (int)News, ProfileKey, "", "", 0, "", 0L, Digest, Tags];
}
