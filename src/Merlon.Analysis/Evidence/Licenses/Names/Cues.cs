using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>How sure it is that a name means a licence.</summary>
internal enum NameClarity
{
    /// <summary>A full name.</summary>
    Full,

    /// <summary>A short name with a version that only a licence has.</summary>
    Versioned,

    /// <summary>A short name.</summary>
    Short,

    /// <summary>A short name that also means a product, a company, a language.</summary>
    Vague,
}

/// <summary>Judges by the words around a name whether it licenses something or is merely talked about.</summary>
internal sealed class Cues(Vocabulary vocabulary)
{
    const int Before = 8;
    const int Behind = 3;
    const int NearBefore = 4;
    const int NearBehind = 2;
    const int FarDenial = 12;
    const int Likeness = 6;

    readonly WordSet licensing = new(vocabulary, "license licensed licenses licensing relicensed released distributed distributable covered governed redistribute redistributed terms under copying conditions redistributable dual available spdx legal permitted");
    readonly WordSet license = new(vocabulary, "license licensed licenses licence governs applies terms");
    readonly WordSet references = new(vocabulary, "see copy text received found full complete");
    readonly WordSet grants = new(vocabulary, "released licensed distributed redistributed covered relicensed");
    readonly WordSet offers = new(vocabulary, "available offered provided published use used");
    readonly WordSet permits = new(vocabulary, "redistribute distribute");
    readonly WordSet plain = new(vocabulary, "license licensed licenses licensing relicensed dual spdx terms");
    readonly WordSet unders = new(vocabulary, "under");
    readonly WordSet denials = new(vocabulary, "not incompatible compatible non unlike except cannot isn nor formerly compatibility section sections clause successor based such contrary similar");
    readonly WordSet endings = new(vocabulary, "only or with style and like type license licensed clause");
    // "Under BSD it is called ktrace", "available with MIT Kerberos": what a system or a product has.
    readonly WordSet plainly = new(vocabulary, "license licensed licenses licensing relicensed released distributed distributable covered governed redistribute redistributed terms copying redistributable dual spdx permitted");
    // "similar to the BSD or MIT licenses"
    readonly WordSet likenesses = new(vocabulary, "similar");
    readonly WordSet relicensings = new(vocabulary, "relicense relicenses relicensed relicensing");
    readonly int to = vocabulary.Add("to"u8);
    readonly int common = vocabulary.Add("common"u8);
    readonly int exception = vocabulary.Add("exception"u8);
    readonly int that = vocabulary.Add("that"u8);
    readonly WordSet others = new(vocabulary, "is are");
    readonly WordSet negations = new(vocabulary, "doesn isn aren unlike");
    readonly WordSet denialsBehind = new(vocabulary, "compatible incompatible compatibility compliance compliant violation violations recommendation specification");

    /// <summary>Whether the name at [first, last] licenses; the less clear it is, the nearer a cue must stand.</summary>
    public bool Licenses(TokenList tokens, NameClarity clarity, bool product, int first, int last, int mentioned, ReadOnlySpan<byte> text)
    {
        if (Denied(tokens, clarity != NameClarity.Full, first, mentioned) || GoesOn(tokens, mentioned, text) || IsException(tokens, last, text)) return false;
        if (clarity == NameClarity.Full) return tokens.Start(first) == 0 || (text[tokens.Start(first) - 1] != '.' && !text[..tokens.Start(first)].EndsWith("<<"u8));
        if (Glued(tokens, first, last, text)) return false;
        if (clarity == NameClarity.Versioned) return true;
        var vague = clarity == NameClarity.Vague;
        if (product && !LicensesProduct(tokens, first, vague)) return Has(license, tokens, last + 1, last + 1 + (vague ? NearBehind : Behind), last, vague ? 0 : 2);
        if (vague && !Has(plainly, tokens, first - NearBefore, first, first, 0) && !(Has(offers, tokens, first - NearBefore, first, first, 0) && Has(unders, tokens, first - 3, first, first, 0))) return Has(license, tokens, last + 1, last + 1 + NearBehind, last, 0);
        return Has(licensing, tokens, first - (vague ? NearBefore : Before), first, first, vague ? 0 : 2) || Has(license, tokens, last + 1, last + 1 + (vague ? NearBehind : Behind), last, vague ? 0 : 2);
    }

    // "errors under Python", "distributed with Python", "certain conditions, Python ...": a language needs a plainer word than other names.
    bool LicensesProduct(TokenList tokens, int first, bool vague)
    {
        var (from, lines) = (first - (vague ? NearBefore : Before), vague ? 0 : 2);
        return Has(plain, tokens, from, first, first, lines) || ((Has(grants, tokens, from, first, first, lines) || Has(offers, tokens, from, first, first, lines)) && Has(unders, tokens, first - 3, first, first, lines));
    }

    // Part of an address, a file name or an identifier.
    static bool Glued(TokenList tokens, int first, int last, ReadOnlySpan<byte> text)
    {
        var before = tokens.Start(first) > 0 ? text[tokens.Start(first) - 1] : (byte)' ';
        var behind = tokens.End(last) < text.Length ? text[tokens.End(last)] : (byte)' ';
        var further = tokens.End(last) + 1 < text.Length ? text[tokens.End(last) + 1] : (byte)' ';
        var gap = first > 0 ? text[tokens.End(first - 1)..tokens.Start(first)] : default;
        if (gap.IndexOf("=="u8) >= 0 || gap.IndexOf("!="u8) >= 0) return true;
        // "Lance Cpl. Finch": a rank, a title.
        if (first == last && behind == '.' && tokens.End(last) - tokens.Start(first) == 3 && char.IsAsciiLetterUpper((char)text[tokens.Start(first)]) && !text[(tokens.Start(first) + 1)..tokens.End(last)].ContainsAnyInRange((byte)'A', (byte)'Z')) return true;
        // "s/GPL/G.P.L/": a replacement of sed.
        if (before == '/' && behind == '/' && tokens.Start(first) > 2 && text[tokens.Start(first) - 2] == 's' && !char.IsAsciiLetterOrDigit((char)text[tokens.Start(first) - 3])) return true;
        // "ext/spl/php_spl.h": a folder.
        if (before == '/' && behind == '/' && further is >= (byte)'a' and <= (byte)'z' && !text[tokens.Start(first)..tokens.End(last)].ContainsAnyInRange((byte)'A', (byte)'Z')) return true;
        return before is (byte)'@' or (byte)'.' or (byte)'_' or (byte)'$' or (byte)'\\' || behind is (byte)'@' or (byte)'_' or (byte)'('
            || (behind == '.' && (further | 0x20) is >= 'a' and <= 'z');
    }

    // "GPL-3.0-linking-exception" is another id, "GPL-2.0-compatible" none.
    bool GoesOn(TokenList tokens, int last, ReadOnlySpan<byte> text)
    {
        var end = tokens.End(last);
        return end + 1 < text.Length && text[end] == '-' && char.IsAsciiLetter((char)text[end + 1]) && char.IsAsciiDigit((char)text[end - 1])
            && last + 1 < tokens.Count && !endings.Has(tokens.Word(last + 1));
    }

    // "Qt-GPL-exception-1.0": an exception's id.
    bool IsException(TokenList tokens, int last, ReadOnlySpan<byte> text) =>
        last + 1 < tokens.Count && tokens.Word(last + 1) == exception && text[tokens.End(last)] == '-';

    /// <summary>The name only says where the licence can be read.</summary>
    public bool Refers(TokenList tokens, int first)
    {
        for (var at = Math.Max(0, first - 6); at < first; at++)
            if (references.Has(tokens.Word(at))) return true;
        // "/usr/share/common-licenses/LGPL-2.1"
        return first > 1 && tokens.Word(first - 2) == common && license.Has(tokens.Word(first - 1));
    }

    /// <summary>The words before the name grant the licence.</summary>
    public bool Grants(TokenList tokens, int first)
    {
        for (var at = Math.Max(0, first - 6); at < first; at++)
            if (grants.Has(tokens.Word(at))) return true;
        // "redistribute it and/or modify it under the terms of the"
        for (var at = Math.Max(0, first - 12); at < first && Has(unders, tokens, first - 5, first, first, 1); at++)
            if (permits.Has(tokens.Word(at))) return true;
        return false;
    }

    /// <summary>Another licence is like the one named: it is none of the file's.</summary>
    public bool IsLike(TokenList tokens, int first) => Has(likenesses, tokens, first - Likeness, first, first, 1);

    bool Denied(TokenList tokens, bool isShort, int first, int last)
    {
        for (var at = Math.Max(0, first - (isShort ? FarDenial : 0)); at < first; at++)
            if (negations.Has(tokens.Word(at)) || (at + 2 < first && tokens.Word(at) == that && others.Has(tokens.Word(at + 1)))) return true;
        // "Licensed to PSF under a contributor agreement."; but "relicenses it to GPLv2".
        if (isShort && first > 0 && tokens.Word(first - 1) == to && !Has(relicensings, tokens, first - 4, first, first, 1)) return true;
        if (isShort && IsLike(tokens, first)) return true;
        for (var at = Math.Max(0, first - 4); at < first; at++)
            if (denials.Has(tokens.Word(at))) return true;
        return last + 1 < tokens.Count && denialsBehind.Has(tokens.Word(last + 1));
    }

    // A cue more than three lines away belongs to another sentence.
    static bool Has(WordSet cues, TokenList tokens, int from, int to, int near, int lines)
    {
        for (var at = Math.Max(0, from); at < Math.Min(tokens.Count, to); at++)
            if (cues.Has(tokens.Word(at)) && Math.Abs(tokens.Line(at) - tokens.Line(near)) <= lines) return true;
        return false;
    }
}
