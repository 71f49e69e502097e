using System.Collections.Immutable;
using System.Text;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>Finds where a text names licences, with versions, in a context that licenses.</summary>
internal sealed class MentionFinder
{
    readonly PhraseTrie<FamilyName> names = new();
    readonly VersionReader versions;
    readonly Cues cues;

    public MentionFinder(ImmutableArray<FamilyName> families, Vocabulary vocabulary)
    {
        versions = new(vocabulary);
        cues = new(vocabulary);
        var tokenizer = new Tokenizer(vocabulary);
        var tokens = new TokenList();
        foreach (var name in families)
        {
            tokenizer.Read(Encoding.UTF8.GetBytes(name.Phrase), tokens, learn: true);
            names.Add(tokens.Words, name);
        }
    }

    public List<Mention> Find(TokenList tokens, ReadOnlySpan<byte> text)
    {
        var found = new List<Mention>();
        for (var at = 0; at < tokens.Count;)
        {
            var (name, length) = names.Longest(tokens.Words, at);
            if (name is null) { at++; continue; }
            var mention = versions.Read(name.Family, tokens, at, at + length - 1, text);
            if (mention is not null && cues.Licenses(tokens, name.Short, at, at + length - 1, text)) found.Add(mention);
            at += length;
        }
        return found;
    }
}
