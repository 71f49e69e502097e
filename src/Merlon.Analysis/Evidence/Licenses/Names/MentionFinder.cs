using System.Collections.Immutable;
using System.Text;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>Finds where a text names licences, with versions, in a context that licenses.</summary>
internal sealed class MentionFinder
{
    const int ListGap = 14;
    const int ListLength = 9;

    /// <summary>A file that names so many families without granting them is about licences.</summary>
    const int TableLength = 20;

    readonly PhraseTrie<FamilyName> names = new();
    readonly VersionReader versions;
    readonly Cues cues;
    readonly WordSet labels;

    public MentionFinder(ImmutableArray<FamilyName> families, Vocabulary vocabulary)
    {
        versions = new(vocabulary);
        cues = new(vocabulary);
        labels = new(vocabulary, "license licenses licensed");
        var tokenizer = new Tokenizer(vocabulary);
        var tokens = new TokenList();
        foreach (var name in families)
        {
            tokenizer.Read(Encoding.UTF8.GetBytes(name.Phrase), tokens, learn: true);
            if (tokens.Count > 0) names.Add(tokens.Words, name);
        }
    }

    public List<Mention> Find(TokenList tokens, ReadOnlySpan<byte> text, List<(int Start, int End)> addresses)
    {
        var named = new List<(Mention Mention, bool Licenses)>();
        for (var at = 0; at < tokens.Count;)
        {
            var (name, length) = names.Longest(tokens.Words, at);
            if (name is null) { at++; continue; }
            if (!InAddress(addresses, tokens.Start(at)) && versions.Read(name.Family, tokens, at, at + length - 1, text) is { } mention)
                named.Add((mention with { Reference = cues.Refers(tokens, at), Grants = cues.Grants(tokens, at) }, Licenses(name, mention, tokens, at, length, text)));
            at += length;
        }
        return WithoutLists(named, tokens);
    }

    bool Licenses(FamilyName name, Mention mention, TokenList tokens, int at, int length, ReadOnlySpan<byte> text) =>
        !TableRow.Holds(text, tokens.Start(at)) && (cues.Licenses(tokens, Clarity(name, mention), name.Family.IsProduct, at, at + length - 1, Math.Max(mention.Last, at + length - 1), text) || (name.Short && BesideAnother(name, tokens, at, length, text) && !cues.IsLike(tokens, at)));

    // "GPL v2" can only be one thing; "Zlib" can be a library.
    static NameClarity Clarity(FamilyName name, Mention mention) =>
        !name.Short ? NameClarity.Full : name.Family.Gnu ? (mention.Bare ? NameClarity.Short : NameClarity.Versioned) : mention.Bare ? NameClarity.Vague : NameClarity.Short;

    // "MIT & GPL": two short names side by side mean licences; "PHP or Python" are languages, "ext/spl/spl.h" is a path.
    bool BesideAnother(FamilyName name, TokenList tokens, int at, int length, ReadOnlySpan<byte> text)
    {
        for (var gap = 0; gap <= 1; gap++)
        {
            if (at + length + gap < tokens.Count && names.Longest(tokens.Words, at + length + gap).Value is { } next && IsAnother(name, next) && IsPair(tokens, at + length - 1, at + length + gap, text) && next.Family.Bare is not null) return true;
            if (at - 1 - gap >= 0 && names.Longest(tokens.Words, at - 1 - gap).Value is { } before && IsAnother(name, before) && IsPair(tokens, at - 1 - gap, at, text) && before.Family.Bare is not null) return true;
        }
        return false;
    }

    static bool IsAnother(FamilyName name, FamilyName other) => name.Family.Id != other.Family.Id && !(name.Family.IsProduct && other.Family.IsProduct);

    static bool IsPair(TokenList tokens, int before, int after, ReadOnlySpan<byte> text) =>
        tokens.Line(before) == tokens.Line(after) && tokens.Start(after) - tokens.End(before) <= 5 && !IsIdentifier(tokens, before, after, text)
        && (IsJoint(text[tokens.End(before)..tokens.Start(after)]) || text[tokens.End(before)..tokens.Start(after)].SequenceEqual(" or "u8));

    // "MIT / GPL", "MIT|GPL"; but "Mozilla/* (X11; Linux)" of browsers.
    static bool IsJoint(ReadOnlySpan<byte> between) => between.IndexOfAny("&/|"u8) >= 0 && between.IndexOfAny("(*;"u8) < 0;

    // "spl/php_spl.h"
    static bool IsIdentifier(TokenList tokens, int before, int after, ReadOnlySpan<byte> text) =>
        (tokens.Start(before) > 0 && text[tokens.Start(before) - 1] == '_') || (tokens.End(after) < text.Length && text[tokens.End(after)] == '_');

    // "licensed under the X", "License: X"
    bool IsGranted(Mention mention, TokenList tokens) => mention.Grants || (mention.First > 0 && labels.Has(tokens.Word(mention.First - 1)) && tokens.Line(mention.First) == tokens.Line(mention.First - 1));

    static bool InAddress(List<(int Start, int End)> addresses, int at)
    {
        var next = addresses.BinarySearch((at, int.MaxValue));
        var before = (next < 0 ? ~next : next) - 1;
        return before >= 0 && at < addresses[before].End;
    }

    // A long run of names, one beside the other, is a table of licences: it licenses nothing.
    List<Mention> WithoutLists(List<(Mention Mention, bool Licenses)> named, TokenList tokens)
    {
        var isTable = named.Where(n => !IsGranted(n.Mention, tokens)).Select(n => n.Mention.Family.Id).Distinct().Count() >= TableLength;
        if (isTable) named.RemoveAll(n => !IsGranted(n.Mention, tokens));
        var kept = new List<Mention>();
        for (var from = 0; from < named.Count;)
        {
            var to = from + 1;
            while (to < named.Count && named[to].Mention.First - named[to - 1].Mention.Last <= ListGap) to++;
            var run = named.GetRange(from, to - from);
            if (run.Select(n => n.Mention.Family.Id).Distinct().Count() < ListLength) kept.AddRange(run.Where(n => n.Licenses).Select(n => n.Mention));
            from = to;
        }
        return kept;
    }
}
