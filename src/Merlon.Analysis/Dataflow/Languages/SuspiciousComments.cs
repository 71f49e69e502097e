using System.Text;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages;

/// <summary>Comments in which the programmer says that something is unfinished or wrong.</summary>
static class SuspiciousComments
{
    static readonly byte[][] Words = [.. new[] { "TO" + "DO", "FIX" + "ME", "HA" + "CK", "BUG", "XX" + "X", "KLUDGE" }.Select(Encoding.ASCII.GetBytes)];

    /// <summary>The construct's name, for rules.</summary>
    public const string Name = "suspicious-comment";

    /// <summary>The words, in the order of their places; one per line.</summary>
    public static IEnumerable<Construct> In(SourceFile file)
    {
        var lines = new SortedDictionary<int, Span>();
        foreach (var word in Words)
            for (var at = Next(file, word, 0); at >= 0; at = Next(file, word, at + word.Length))
                if (IsWord(file, at, word.Length) && IsInComment(file, at)) lines.TryAdd(file.LineAt(at), new Span(file, at, at + word.Length));
        return lines.Values.Select(s => new Construct(Name, s));
    }

    static int Next(SourceFile file, byte[] word, int from) =>
        file.Text.Span[from..].IndexOf(word) is >= 0 and var found ? from + found : -1;

    static bool IsWord(SourceFile file, int at, int length)
    {
        var text = file.Text.Span;
        return (at == 0 || !IsLetter(text[at - 1])) && (at + length >= text.Length || !IsLetter(text[at + length]));
    }

    static bool IsLetter(byte character) => char.IsAsciiLetterOrDigit((char)character) || character == (byte)'_';

    /// <summary>Behind <c>//</c> or <c>/*</c> on its line, or on a line of a longer comment.</summary>
    static bool IsInComment(SourceFile file, int at)
    {
        var before = file.Text.Span[..at];
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return line.IndexOf("//"u8) >= 0 || line.IndexOf("/*"u8) >= 0 || line.TrimStart(" \t"u8) is [(byte)'*', ..];
    }
}
