using System.Buffers;
using System.Text;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Tries a kind's pattern on the stretch of text around a keyword that has neither white space nor quotes nor brackets.</summary>
internal static class ShapeMatcher
{
    private const int LongestBefore = 512;
    private const int LongestAfter = 24 * 1024;

    // Beyond this a stretch is an image or an archive in base 64, not a token.
    private const int LongestToken = 4096;

    private static readonly SearchValues<byte> Ends = SearchValues.Create([.. Enumerable.Range(0, 33).Select(b => (byte)b), .. "\"'`<>(){}[],;|\\"u8, .. Enumerable.Range(127, 129).Select(b => (byte)b)]);

    public static void Match(ref SecretLook look, SecretKind kind)
    {
        var (start, end) = Stretch(ref look);
        if (end - start < kind.MinLength || (kind.Anchored && end - look.At < kind.MinLength)) return;
        if (end - start > LongestToken && kind.MinLength < LongestBefore && !look.Text.Slice(look.At, 4).SequenceEqual("LS0t"u8) && !look.Text.Slice(look.At, 3).SequenceEqual("eyJ"u8)) return;
        var from = kind.Anchored ? look.At : start;
        var chars = ArrayPool<char>.Shared.Rent(end - from);
        try
        {
            Encoding.Latin1.GetChars(look.Text[from..end], chars);
            foreach (var match in kind.Shape.EnumerateMatches(chars.AsSpan(0, end - from)))
                Consider(ref look, kind, from + match.Index, from + match.Index + match.Length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static void Consider(ref SecretLook look, SecretKind kind, int start, int end)
    {
        if (!Covers(look, kind, start, end) || !StandsAlone(look, start, end)) return;
        var value = look.Between(start, end);
        if (Placeholders.IsShaped(value) || Randomness.IsRegular(Tail(value)) || kind.Check?.Passes(value) == false) return;
        look.Add(kind, start, end);
    }

    // What is found must be what the keyword promised: it holds it, or it follows one that ends with '='.
    private static bool Covers(SecretLook look, SecretKind kind, int start, int end) => kind.Anchored || (start < look.End && end > look.At) || start == look.End;

    private static bool StandsAlone(SecretLook look, int start, int end)
    {
        if (end < look.Text.Length && IsTokenByte(look.Text[end]) && IsTokenByte(look.Text[end - 1])) return false;
        return start == 0 || !IsTokenByte(look.Text[start - 1]) || !IsTokenByte(look.Text[start]) || IsEscape(look.Text, start);
    }

    // \n or %3D before a token are no part of it.
    private static bool IsEscape(ReadOnlySpan<byte> text, int start) =>
        (start >= 2 && text[start - 2] == '\\' && text[start - 1] is (byte)'n' or (byte)'t' or (byte)'r') || (start >= 3 && text[start - 3] == '%');

    private static bool IsTokenByte(byte b) => b is >= (byte)'a' and <= (byte)'z' or >= (byte)'A' and <= (byte)'Z' or >= (byte)'0' and <= (byte)'9';

    // The part that is random: prefixes are regular by nature.
    private static ReadOnlySpan<char> Tail(string value) => value.AsSpan(value.Length / 3);

    private static (int Start, int End) Stretch(ref SecretLook look)
    {
        if (look.At >= look.Run.Start && look.End <= look.Run.End) return look.Run;
        var before = look.Text[Math.Max(0, look.At - LongestBefore)..look.At];
        var start = look.At - before.Length + before.LastIndexOfAny(Ends) + 1;
        var after = look.Text[look.At..Math.Min(look.Text.Length, look.At + LongestAfter)];
        var length = after.IndexOfAny(Ends);
        return look.Run = (start, look.At + (length < 0 ? after.Length : length));
    }
}
