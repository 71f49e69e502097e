using Merlon.Core.Findings.Documents;

namespace Merlon.Core.Findings.Publishing;

/// <summary>How a staged finding stood against the application's findings when it was staged.</summary>
internal enum StagedNews
{
    /// <summary>The application has it and it says the same: only its fingerprint is staged.</summary>
    Same,

    /// <summary>The application has it, but it said something else.</summary>
    Changed,

    /// <summary>The application never had it.</summary>
    New,
}

/// <summary>A finding of a scan that is not published yet. Of one that is the <see cref="StagedNews.Same"/>, texts, tags and document are empty.</summary>
/// <param name="Document">A <see cref="DocumentPlace"/>; 0 where the application has the very same finding. While a batch is being made, counted from its first block.</param>
/// <param name="Digest">See <see cref="FindingDraft.Digest"/>.</param>
/// <param name="Tags">See <see cref="TagDigests.Pack"/>.</param>
internal sealed record StagedRow(string Fingerprint, StagedNews News, long ProfileKey, string Title, string Path, int Line, string Rule, long Document, long Digest, byte[] Tags)
{
    /// <summary>Decides what is new about a draft, and keeps its document if anything is.</summary>
    public static StagedRow Of(FindingDraft draft, long profileKey, KnownFindings known, DocumentPacker documents, TagDigests tags)
    {
        var digest = draft.Digest(documents.Write(draft.Document), profileKey);
        var news = !known.TryGet(draft.Fingerprint, out var before) ? StagedNews.New : before.Digest == digest ? StagedNews.Same : StagedNews.Changed;
        return news == StagedNews.Same
            ? new(draft.Fingerprint, news, profileKey, "", "", 0, "", 0, digest, [])
            : new(draft.Fingerprint, news, profileKey, draft.Title, draft.Path, draft.Line, draft.Rule, documents.Keep(), digest, tags.Pack(draft.Document.Tags));
    }

    /// <summary>Writes it behind others of its batch.</summary>
    /// <param name="firstBlock">The key of the block that <see cref="Document"/> is counted from.</param>
    public void Write(BinaryWriter rows, long firstBlock)
    {
        rows.Write(Fingerprint);
        rows.Write((byte)News);
        rows.Write7BitEncodedInt64(ProfileKey);
        rows.Write(Digest);
        if (News == StagedNews.Same) return;
        rows.Write(Title);
        rows.Write(Path);
        rows.Write7BitEncodedInt(Line);
        rows.Write(Rule);
        rows.Write7BitEncodedInt64(new DocumentPlace(firstBlock, 0).Value + Document);
        rows.Write7BitEncodedInt(Tags.Length);
        rows.Write(Tags);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static StagedRow Read(BinaryReader rows)
    {
        var (fingerprint, news, profileKey, digest) = (rows.ReadString(), (StagedNews)rows.ReadByte(), rows.Read7BitEncodedInt64(), rows.ReadInt64());
        return news == StagedNews.Same
            ? new(fingerprint, news, profileKey, "", "", 0, "", 0, digest, [])
            : new(fingerprint, news, profileKey, rows.ReadString(), rows.ReadString(), rows.Read7BitEncodedInt(), rows.ReadString(), rows.Read7BitEncodedInt64(), digest, rows.ReadBytes(rows.Read7BitEncodedInt()));
    }
}
