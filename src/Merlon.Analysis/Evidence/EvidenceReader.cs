using Merlon.Analysis.Evidence.Contacts;
using Merlon.Analysis.Evidence.Copyrights;
using Merlon.Analysis.Evidence.Licenses;
using Merlon.Analysis.Evidence.SearchTerms;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence;

/// <summary>Reads one window after another for evidence, reusing its buffers. One per thread.</summary>
internal sealed class EvidenceReader(LicenseKnowledge knowledge, SearchTermSet terms)
{
    readonly Tokenizer tokenizer = new(knowledge.Vocabulary);
    readonly TokenList tokens = new();
    readonly List<(int Start, int End)> addresses = [];
    readonly CopyrightFinder copyrights = new(knowledge.Vocabulary, knowledge.CopyrightWords);
    readonly ContactFinder contacts = new();
    readonly LicenseFinder licenses = new(knowledge);

    /// <summary>Adds what <paramref name="text"/> says to <paramref name="into"/>, as far as it is wanted.</summary>
    public void Read(ReadOnlySpan<byte> text, FileEvidence into, EvidenceParts wanted = EvidenceParts.All)
    {
        if (wanted.HasFlag(EvidenceParts.Terms)) terms.Find(text, into.Terms, into.SlowTerms);
        if ((wanted & ~EvidenceParts.Terms) == 0) return;
        tokenizer.Read(text, tokens);
        UrlFinder.Find(text, addresses);
        if (wanted.HasFlag(EvidenceParts.Licenses)) licenses.Find(tokens, text, addresses, into.Licenses);
        if (wanted.HasFlag(EvidenceParts.Copyrights)) copyrights.Find(tokens, text, into.Copyrights, into.Authors);
        if (wanted.HasFlag(EvidenceParts.Contacts)) contacts.Find(text, addresses, into);
    }
}
