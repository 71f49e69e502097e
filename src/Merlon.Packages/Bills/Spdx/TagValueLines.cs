using System.Text;

namespace Merlon.Packages.Bills.Spdx;

/// <summary>Reads "Tag: value" lines; a value between &lt;text&gt; marks may span lines. Each value is bounded.</summary>
sealed class TagValueLines(Stream stream, BillLimits limits) : IDisposable
{
    const string Open = "<text>";
    const string Close = "</text>";

    readonly StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);

    /// <summary>Why reading ended early; null when it did not.</summary>
    public string? Problem { get; private set; }

    public void Dispose() => reader.Dispose();

    public bool Read(out string tag, out string value)
    {
        (tag, value) = ("", "");
        while (Problem is null && ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length == 0 || line[0] == '#' || colon <= 0) continue;
            tag = line[..colon].Trim();
            value = line[(colon + 1)..].Trim();
            if (value.StartsWith(Open, StringComparison.Ordinal)) value = ReadText(value[Open.Length..]);
            return Problem is null;
        }
        return false;
    }

    string ReadText(string first)
    {
        var text = new StringBuilder(first);
        while (!EndsWithClose(text))
        {
            if (ReadLine() is not { } line)
            {
                Problem ??= "a text does not end";
                return "";
            }
            text.Append('\n').Append(line);
            if (text.Length > limits.MaxItemSize) Problem = $"a text is longer than {limits.MaxItemSize} characters";
        }
        return text.ToString(0, text.Length - Close.Length).Trim();
    }

    static bool EndsWithClose(StringBuilder text)
    {
        while (text.Length > 0 && char.IsWhiteSpace(text[^1])) text.Length--;
        return text.Length >= Close.Length && text.ToString(text.Length - Close.Length, Close.Length) == Close;
    }

    string? ReadLine()
    {
        var line = new StringBuilder();
        int c;
        while ((c = reader.Read()) >= 0 && c != '\n')
        {
            line.Append((char)c);
            if (line.Length <= limits.MaxItemSize) continue;
            Problem = $"a line is longer than {limits.MaxItemSize} characters";
            return null;
        }
        return c < 0 && line.Length == 0 ? null : line.ToString().TrimEnd('\r');
    }
}
