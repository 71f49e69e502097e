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
            if (url.Length > 8) into.Urls.Add(new(url, lines.At(text, start), Placeholders.IsUrl(url) ? true : null));
        }
        EmailFinder.Find(text, emails);
        emails.Sort(static (a, b) => a.At.CompareTo(b.At));
        lines = new();
        foreach (var (email, at) in emails) into.Emails.Add(new(email, lines.At(text, at), Placeholders.IsEmail(email) ? true : null));
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
