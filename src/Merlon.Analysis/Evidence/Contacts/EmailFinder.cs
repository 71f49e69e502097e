using System.Text;

namespace Merlon.Analysis.Evidence.Contacts;

/// <summary>Finds e-mail addresses (the part of RFC 5322 that people use) and those written for people only: "name (at) host (dot) org".</summary>
internal static class EmailFinder
{
    const int LongestLocal = 64;
    const int LongestDomain = 253;

    static readonly string[] FileEndings = ["png", "jpg", "jpeg", "gif", "svg", "js", "css", "html", "webp", "ts", "md", "json", "scss", "py", "so", "dll"];

    /// <summary>Adds address and byte offset of each; in order of their at-signs.</summary>
    public static void Find(ReadOnlySpan<byte> text, List<(string Email, int At)> into)
    {
        into.Clear();
        for (var from = 0; from < text.Length;)
        {
            var next = text[from..].IndexOf((byte)'@');
            if (next < 0) break;
            if (Read(text, from + next) is { } email) into.Add((email, from + next));
            from += next + 1;
        }
        ObfuscatedEmails.Find(text, into);
    }

    static string? Read(ReadOnlySpan<byte> text, int at)
    {
        var start = at;
        while (start > 0 && at - start <= LongestLocal && IsLocal(text[start - 1])) start--;
        while (start < at && text[start] is (byte)'.' or (byte)'-' or (byte)'+' or (byte)'%') start++;
        var end = at + 1;
        while (end < text.Length && end - at <= LongestDomain && IsDomain(text[end])) end++;
        while (end > at + 1 && text[end - 1] is (byte)'.' or (byte)'-') end--;
        if (start == at || at - start > LongestLocal || text[at - 1] == '.') return null;
        var address = Encoding.ASCII.GetString(text[start..end]);
        return IsHost(address[(at - start + 1)..]) ? address : null;
    }

    /// <summary>Labels of letters and digits, a top-level domain of letters that is no file ending.</summary>
    public static bool IsHost(string host)
    {
        var labels = host.Split('.');
        if (labels.Length < 2 || labels.Any(l => l.Length is 0 or > 63 || l[0] == '-' || l[^1] == '-')) return false;
        var top = labels[^1];
        return top.Length is >= 2 and <= 18 && top.All(char.IsAsciiLetter) && !FileEndings.Contains(top.ToLowerInvariant(), StringComparer.Ordinal);
    }

    static bool IsLocal(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'_' or (byte)'%' or (byte)'+' or (byte)'-';

    static bool IsDomain(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'.' or (byte)'-';
}
