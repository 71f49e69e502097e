using Merlon.Analysis.Evidence.Contacts;
using Merlon.Analysis.Evidence.Licenses;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence;

/// <summary>Reads one file after another for evidence. Not thread-safe: one per thread, made by <see cref="EvidenceEngine"/>.</summary>
public sealed class EvidenceScanner
{
    readonly EvidenceOptions options;
    readonly Tokenizer tokenizer;
    readonly TokenList tokens = new();
    readonly List<(int Start, int End)> addresses = [];
    readonly LicenseFinder licenses;

    internal EvidenceScanner(LicenseKnowledge knowledge, EvidenceOptions options)
    {
        this.options = options;
        tokenizer = new(knowledge.Vocabulary);
        licenses = new(knowledge);
    }

    /// <summary>What <paramref name="content"/> says.</summary>
    public FileEvidence Scan(ReadOnlyMemory<byte> content)
    {
        var text = content.Span[..(int)Math.Min(content.Length, options.MostBytes)];
        tokenizer.Read(text, tokens);
        UrlFinder.Find(text, addresses);
        return new(licenses.Find(tokens, text, addresses), [], [], [], [], [], []);
    }
}
