namespace Merlon.Analysis.Evidence.Contacts;

/// <summary>Finds the web addresses of a text: <c>scheme://</c> with http, https, ftp, git, svn, and bare <c>www.</c> hosts.</summary>
internal static class UrlFinder
{
    const int Longest = 2048;

    static readonly string[] Schemes = ["http", "https", "ftp", "ftps", "git", "svn", "ssh"];

    /// <summary>Adds the byte ranges [start, end) of the addresses in <paramref name="text"/> to <paramref name="into"/>, in order.</summary>
    public static void Find(ReadOnlySpan<byte> text, List<(int Start, int End)> into)
    {
        into.Clear();
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOf("://"u8);
            if (next < 0) next = text.Length - at;
            FindBare(text, at, at + next, into);
            if (at + next >= text.Length) return;
            at = Read(text, at, at + next, into);
        }
    }

    static int Read(ReadOnlySpan<byte> text, int from, int colon, List<(int Start, int End)> into)
    {
        var start = colon;
        while (start > from && start > colon - 6 && IsAsciiLetter(text[start - 1])) start--;
        // Text may be glued to the scheme.
        while (start < colon && !IsScheme(text[start..colon])) start++;
        if (start == colon) return colon + 3;
        var end = End(text, colon + 3);
        if (end - colon > 6) into.Add((start, end));
        return Math.Max(end, colon + 3);
    }

    static void FindBare(ReadOnlySpan<byte> text, int from, int to, List<(int Start, int End)> into)
    {
        for (var at = from; at < to;)
        {
            var next = text[at..to].IndexOf("www."u8);
            if (next < 0) return;
            var start = at + next;
            var end = Math.Min(to, End(text, start));
            if ((start == 0 || !IsAsciiLetter(text[start - 1])) && text[start..end].Count((byte)'.') >= 2) into.Add((start, end));
            at = Math.Max(end, start + 4);
        }
    }

    static int End(ReadOnlySpan<byte> text, int from)
    {
        var (end, limit) = (from, Math.Min(text.Length, from + Longest));
        while (end < limit && IsUrlByte(text[end])) end++;
        while (end > from && text[end - 1] is (byte)'.' or (byte)',' or (byte)';' or (byte)':' or (byte)'\'' or (byte)'!' or (byte)'?' or (byte)'*' or (byte)'-' or (byte)'_' or (byte)'=' or (byte)'&') end--;
        while (end > from && text[end - 1] == ')' && text[from..end].Count((byte)'(') < text[from..end].Count((byte)')')) end--;
        while (end > from && text[end - 1] is (byte)'.' or (byte)',') end--;
        return end;
    }

    static bool IsUrlByte(byte b) => b > ' ' && b < 0x7F && b is not ((byte)'<' or (byte)'>' or (byte)'"' or (byte)'`' or (byte)'{' or (byte)'}' or (byte)'|' or (byte)'\\' or (byte)'^' or (byte)'[' or (byte)']');

    static bool IsAsciiLetter(byte b) => (b | 0x20) is >= 'a' and <= 'z';

    static bool IsScheme(ReadOnlySpan<byte> word)
    {
        foreach (var scheme in Schemes)
            if (System.Text.Ascii.EqualsIgnoreCase(word, scheme)) return true;
        return false;
    }
}
