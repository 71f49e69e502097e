namespace Merlon.Analysis.Evidence.Tokens;

/// <summary>
/// Cuts a text into normalised words in one pass: lower case, without punctuation, comment decoration, HTML tags and entities;
/// words hyphenated over a line end are joined when that makes a known word; letters and the number behind them part
/// (<c>GPLv2</c> is <c>gplv 2</c>), a plus behind a number stays (<c>2.0+</c>).
/// </summary>
internal sealed class Tokenizer(Vocabulary vocabulary)
{
    /// <summary>Reads <paramref name="text"/> into <paramref name="into"/>; with <paramref name="learn"/> new words join the vocabulary.</summary>
    public void Read(ReadOnlySpan<byte> text, TokenList into, bool learn = false)
    {
        into.Clear();
        var (at, line) = (0, 1);
        var classes = ByteClasses.Of;
        var rtf = text.StartsWith("{\\rtf"u8);
        while (at < text.Length)
        {
            switch (classes[text[at]])
            {
                case ByteClass.Letter: at = ReadWord(text, at, ref line, into, learn); break;
                case ByteClass.Digit: at = ReadNumber(text, at, line, into, learn); break;
                case ByteClass.High:
                    var sign = ByteClasses.SignLength(text, at);
                    if (sign > 0 && IsCopyrightSign(text, at, sign)) into.SignLines.Add(line);
                    at = sign > 0 ? at + sign : ReadWord(text, at, ref line, into, learn);
                    break;
                case ByteClass.NewLine:
                    if (text[at] == '\n' || at + 1 >= text.Length || text[at + 1] != '\n') line++;
                    at++;
                    break;
                case ByteClass.Angle: at += Math.Max(1, Markup.TagLength(text, at)); break;
                case ByteClass.Ampersand:
                    var entity = Markup.EntityLength(text, at);
                    if (entity > 0 && Markup.IsCopyrightEntity(text.Slice(at, entity))) into.SignLines.Add(line);
                    at += Math.Max(1, entity);
                    break;
                case ByteClass.Backslash: at += rtf ? Markup.ControlLength(text, at) : Markup.EscapeLength(text, at); break;
                case ByteClass.Plus: at = ReadPlus(text, at, line, into, learn); break;
                default: at++; break;
            }
        }
        into.LineCount = line;
    }

    static bool IsCopyrightSign(ReadOnlySpan<byte> text, int at, int length) => text[at + length - 1] == 0xA9 && length <= 2;

    int ReadWord(ReadOnlySpan<byte> text, int start, ref int line, TokenList into, bool learn)
    {
        var end = WordEnd(text, start, Vocabulary.Seed, out var hash);
        var id = Number(text[start..end], hash, learn);
        if (!learn && end < text.Length && IsHyphen(text, end) && JoinOverLineEnd(text, start, end, hash, out var joined, out var rest))
        {
            into.Add(joined, start, rest, line++);
            return rest;
        }
        if (learn || !IsCommentWord(text, start, end)) into.Add(id, start, end, line);
        return end;
    }

    // dnl, rem, REM: what m4 and BASIC put before a comment's line.
    static bool IsCommentWord(ReadOnlySpan<byte> text, int start, int end)
    {
        if (end - start != 3 || !(System.Text.Ascii.EqualsIgnoreCase(text[start..end], "dnl"u8) || System.Text.Ascii.EqualsIgnoreCase(text[start..end], "rem"u8))) return false;
        var at = start - 1;
        while (at >= 0 && text[at] is (byte)' ' or (byte)'\t' or (byte)'@') at--;
        return at < 0 || text[at] == '\n';
    }

    int ReadNumber(ReadOnlySpan<byte> text, int start, int line, TokenList into, bool learn)
    {
        var (end, hash) = (start, Vocabulary.Seed);
        while (end < text.Length && ByteClasses.Of[text[end]] is ByteClass.Digit or ByteClass.Letter)
        {
            hash = Vocabulary.Extend(hash, Lower(text[end]));
            end++;
        }
        if (!IsListingNumber(text, start, end)) into.Add(Number(text[start..end], hash, learn), start, end, line);
        return end;
    }

    // 00012: the line numbers of an HTML source listing.
    static bool IsListingNumber(ReadOnlySpan<byte> text, int start, int end) => end - start >= 5 && text[start] == '0' && text[start + 1] == '0';

    int ReadPlus(ReadOnlySpan<byte> text, int at, int line, TokenList into, bool learn)
    {
        var afterVersion = at > 0 && (text[at - 1] is >= (byte)'0' and <= (byte)'9' || (into.Count > 0 && into.End(into.Count - 1) == at && at > 2 && (text[at - 1] | 0x20) == 'l'));
        var closes = at + 1 == text.Length || ByteClasses.Of[text[at + 1]] is not (ByteClass.Letter or ByteClass.Digit or ByteClass.Plus);
        if (afterVersion && closes) into.Add(Number("+"u8, Vocabulary.Hash("+"u8), learn), at, at + 1, line);
        return at + 1;
    }

    int Number(ReadOnlySpan<byte> word, uint hash, bool learn)
    {
        var id = vocabulary.Find(word, hash);
        if (id != Vocabulary.Unknown || !learn) return id;
        var lower = word.ToArray();
        for (var i = 0; i < lower.Length; i++) lower[i] = Lower(lower[i]);
        return vocabulary.Add(lower);
    }

    static int WordEnd(ReadOnlySpan<byte> text, int start, uint seed, out uint hash)
    {
        var end = start;
        hash = seed;
        for (; end < text.Length; end++)
        {
            var kind = ByteClasses.Of[text[end]];
            if (kind == ByteClass.High ? ByteClasses.SignLength(text, end) > 0 && !IsTrailOfLetter(text, start, end) : kind != ByteClass.Letter) break;
            hash = Vocabulary.Extend(hash, Lower(text[end]));
        }
        return end;
    }

    // The second and later bytes of a UTF-8 letter look like lone signs.
    static bool IsTrailOfLetter(ReadOnlySpan<byte> text, int start, int at) =>
        at > start && text[at] < 0xC0 && text[at - 1] >= 0x80 && text[at - 1] is not (0xC2 or 0xE2 or 0xEF);

    static bool IsHyphen(ReadOnlySpan<byte> text, int at) => text[at] == '-' || (text[at] == 0xC2 && at + 1 < text.Length && text[at + 1] == 0xAD);

    bool JoinOverLineEnd(ReadOnlySpan<byte> text, int start, int end, uint hash, out int joined, out int rest)
    {
        (joined, rest) = (Vocabulary.Unknown, end);
        var at = end + (text[end] == '-' ? 1 : 2);
        var limit = Math.Min(text.Length, at + 40);
        var lineEnds = 0;
        for (; at < limit && ByteClasses.Of[text[at]] is ByteClass.Gap or ByteClass.NewLine; at++)
            if (text[at] == '\n') lineEnds++;
        if (lineEnds != 1 || at >= limit || ByteClasses.Of[text[at]] != ByteClass.Letter) return false;

        rest = WordEnd(text, at, hash, out var whole);
        Span<byte> word = stackalloc byte[64];
        if (end - start + rest - at > word.Length) return false;
        text[start..end].CopyTo(word);
        text[at..rest].CopyTo(word[(end - start)..]);
        joined = vocabulary.Find(word[..(end - start + rest - at)], whole);
        return joined != Vocabulary.Unknown;
    }

    static byte Lower(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
}
