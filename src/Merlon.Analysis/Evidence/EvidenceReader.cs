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

    /// <summary>Adds what <paramref name="text"/> says to <paramref name="into"/>.</summary>
    public void Read(ReadOnlySpan<byte> text, FileEvidence into)
    {
        tokenizer.Read(text, tokens);
        UrlFinder.Find(text, addresses);
        licenses.Find(tokens, text, addresses, into.Licenses);
        copyrights.Find(tokens, text, into.Copyrights, into.Authors);
        contacts.Find(text, addresses, into);
        terms.Find(text, into.Terms, into.SlowTerms);
    }
}
