using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>Judges by the words around a name whether it licenses something or is merely talked about.</summary>
internal sealed class Cues(Vocabulary vocabulary)
{
    const int Before = 8;
    const int Behind = 3;

    readonly WordSet licensing = new(vocabulary, "license licensed licenses licensing relicensed released distributed distributable covered governed redistribute redistributed terms under copying conditions redistributable dual available spdx legal permitted");
    readonly WordSet license = new(vocabulary, "license licensed licenses licence governs applies terms");
    readonly WordSet references = new(vocabulary, "see copy text received file read found full");
    readonly WordSet denials = new(vocabulary, "not incompatible compatible non unlike except cannot isn nor formerly compatibility section sections clause successor");
    readonly WordSet denialsBehind = new(vocabulary, "compatible incompatible compatibility compliance compliant violation violations");

    public bool Licenses(TokenList tokens, bool isShort, int first, int last)
    {
        if (Denied(tokens, first, last)) return false;
        return !isShort || Has(licensing, tokens, first - Before, first, first) || Has(license, tokens, last + 1, last + 1 + Behind, last);
    }

    /// <summary>The name only says where the licence can be read.</summary>
    public bool Refers(TokenList tokens, int first)
    {
        for (var at = Math.Max(0, first - 6); at < first; at++)
            if (references.Has(tokens.Word(at))) return true;
        return false;
    }

    bool Denied(TokenList tokens, int first, int last)
    {
        for (var at = Math.Max(0, first - 4); at < first; at++)
            if (denials.Has(tokens.Word(at))) return true;
        return last + 1 < tokens.Count && denialsBehind.Has(tokens.Word(last + 1));
    }

    // A cue more than three lines away belongs to another sentence.
    static bool Has(WordSet cues, TokenList tokens, int from, int to, int near)
    {
        for (var at = Math.Max(0, from); at < Math.Min(tokens.Count, to); at++)
            if (cues.Has(tokens.Word(at)) && Math.Abs(tokens.Line(at) - tokens.Line(near)) <= 2) return true;
        return false;
    }
}
