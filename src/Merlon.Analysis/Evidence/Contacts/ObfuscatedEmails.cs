using System.Text;

namespace Merlon.Analysis.Evidence.Contacts;

/// <summary>Addresses with their signs spelled out: <c>name (at) host.org</c>, <c>name [at] host [dot] org</c>, <c>name at host dot org</c>.</summary>
internal static class ObfuscatedEmails
{
    const int Longest = 120;

    public static void Find(ReadOnlySpan<byte> text, List<(string Email, int At)> into)
    {
        for (var from = 0; from < text.Length;)
        {
            var next = text[from..].IndexOf("at"u8);
            if (next < 0) return;
            var at = from + next;
            from = at + 2;
            if (Read(text, at) is { } email) into.Add((email, at));
        }
    }

    static string? Read(ReadOnlySpan<byte> text, int at)
    {
        var (before, behind) = (at - 1, at + 2);
        var bracketed = before >= 0 && behind < text.Length && (text[before], text[behind]) is ((byte)'(', (byte)')') or ((byte)'[', (byte)']') or ((byte)'{', (byte)'}') or ((byte)'<', (byte)'>');
        if (bracketed) (before, behind) = (before - 1, behind + 1);
        if (before < 1 || behind >= text.Length || (!bracketed && (text[before] != ' ' || text[behind] != ' '))) return null;
        while (before > 0 && text[before] == ' ') before--;
        var start = before + 1;
        while (start > 0 && before - start < 64 && IsName(text[start - 1])) start--;
        if (start > before) return null;

        var rest = Encoding.Latin1.GetString(text[behind..Math.Min(text.Length, behind + Longest)]);
        var host = Host(rest, bracketed);
        return host is null ? null : $"{Encoding.ASCII.GetString(text[start..(before + 1)])}@{host}";
    }

    // Without brackets around "at" only a spelled-out dot makes it an address.
    static string? Host(string rest, bool bracketed)
    {
        var spelled = rest.Replace("(dot)", " dot ", StringComparison.OrdinalIgnoreCase).Replace("[dot]", " dot ", StringComparison.OrdinalIgnoreCase).Replace("{dot}", " dot ", StringComparison.OrdinalIgnoreCase);
        var words = spelled.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;
        var (host, w) = (words[0], 1);
        for (; w + 1 < words.Length && words[w].Equals("dot", StringComparison.OrdinalIgnoreCase); w += 2) host += "." + words[w + 1];
        host = new string([.. host.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')]).TrimEnd('.', '-');
        return (w > 1 || bracketed) && EmailFinder.IsHost(host) ? host : null;
    }

    static bool IsName(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'_' or (byte)'-' or (byte)'+';
}
