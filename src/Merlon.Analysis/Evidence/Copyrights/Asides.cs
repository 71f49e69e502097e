namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>What stands beside a credit and is no part of it, or a part that only its surroundings tell: nicknames, roles, remarks.</summary>
internal static class Asides
{
    /// <summary>"Ada Wren (awren) &lt;ada@nest.io&gt;": what the author is called elsewhere.</summary>
    public static bool IsNickname(List<Word> words, int at) =>
        words[at].Text is ['(', .. { Length: > 1 } nickname, ')'] && Shapes.IsLowerWord(nickname) && words[at - 1].Kind == WordKind.Name
        && at + 1 < words.Count && words[at + 1].Kind == WordKind.Email && words[at + 1].Line == words[at].Line;

    /// <summary>"&lt;ada at nest.io&gt;": an address that is not written as one. It stands among the addresses of the file.</summary>
    public static bool IsSpelledOut(Word word) => word.Kind == WordKind.Email && word.Text[0] is '<' or '(' && word.Text.Contains(" at ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"(contributed by Ada Wren) Write ...": who gave the part that the sentence is about.</summary>
    public static bool Opens(List<Word> words, int at) => words[at].Kind == WordKind.Made && words[at].Text.Equals("(contributed", StringComparison.OrdinalIgnoreCase);

    /// <summary>"written by Ada Wren, with enhancements by Bo Finch": who added to the author's work.</summary>
    public static bool IsCompanion(List<Word> words, int by) => by > 1 && words[by].Kind == WordKind.By && words[by - 2].Text == "with";

    /// <summary>"developed by a community of developers"</summary>
    public static bool IsCommunity(List<Word> words, int at) =>
        at > 0 && at + 2 < words.Count && words[at - 1].Text == "a" && words[at].Text == "community" && words[at + 1].Text == "of" && words[at + 2].Kind == WordKind.Group;

    /// <summary>"Original author: Ada Wren &lt;ada@nest.io&gt;\n Current maintainer: Bo Finch ...": how many words of the line below say the next role, or 0.</summary>
    public static int MaintainerBelow(List<Word> words, int at)
    {
        if (at == 0 || at + 1 >= words.Count || words[at].Line != words[at - 1].Line + 1 || words[at - 1].Kind != WordKind.Email) return 0;
        var label = words[at].Kind == WordKind.Name && words[at + 1].Line == words[at].Line ? at + 1 : at;
        return words[label] is { Kind: WordKind.Other, Text: "maintainer" or "Maintainer" } ? label - at + 1 : 0;
    }
}
