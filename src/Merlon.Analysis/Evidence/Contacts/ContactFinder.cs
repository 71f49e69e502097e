using System.Text;

namespace Merlon.Analysis.Evidence.Contacts;

/// <summary>Turns the addresses of a window into evidence, each once per line. One per thread.</summary>
internal sealed class ContactFinder
{
    readonly List<(string Email, int At)> emails = [];

    public void Find(ReadOnlySpan<byte> text, List<(int Start, int End)> addresses, FileEvidence into)
    {
        var lines = new LineCounter();
        foreach (var (start, end) in addresses)
        {
            var url = Encoding.Latin1.GetString(text[start..end]);
            if (url.Length > 8) into.Urls.Add(new(WithoutPassword(url), lines.At(text, start), Placeholders.IsUrl(url) ? true : null));
        }
        EmailFinder.Find(text, emails);
        emails.Sort(static (a, b) => a.At.CompareTo(b.At));
        lines = new();
        foreach (var (email, at) in emails) into.Emails.Add(new(email, lines.At(text, at), Placeholders.IsEmail(email) ? true : null));
    }

    // https://user:password@host/ : evidence is shown to everybody who may look at the code's inventory.
    static string WithoutPassword(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3) return url;
        var end = url.IndexOfAny(['/', '?', '#'], start);
        var at = url.LastIndexOf('@', (end < 0 ? url.Length : end) - 1);
        var colon = at > start ? url.IndexOf(':', start, at - start) : -1;
        return colon < 0 ? url : $"{url[..(colon + 1)]}***{url[at..]}";
    }

    /// <summary>Counts lines up to growing offsets.</summary>
    struct LineCounter
    {
        int seen;
        int line;

        public int At(ReadOnlySpan<byte> text, int offset)
        {
            line += text[seen..offset].Count((byte)'\n');
            seen = offset;
            return line + 1;
        }
    }
}
