using System.Text;

namespace Merlon.Analysis.Dataflow;

/// <summary>Reads Java's <c>.properties</c> files: comments, continued lines, escapes, and <c>=</c>, <c>:</c> or a blank between key and value.</summary>
static class PropertiesFile
{
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        var entries = new Dictionary<string, string>();
        foreach (var line in LogicalLines(text))
        {
            var end = EndOfKey(line);
            var rest = line[end..].TrimStart();
            if (rest.Length > 0 && rest[0] is '=' or ':') rest = rest[1..].TrimStart();
            entries[Unescape(line[..end])] = Unescape(rest);
        }
        return entries;
    }

    static IEnumerable<string> LogicalLines(string text)
    {
        var pending = "";
        foreach (var physical in text.Split('\n'))
        {
            var line = physical.TrimEnd('\r').TrimStart();
            if (pending.Length == 0 && (line.Length == 0 || line[0] is '#' or '!')) continue;
            pending += line;
            if (EndsOpen(pending))
            {
                pending = pending[..^1];
                continue;
            }
            yield return pending;
            pending = "";
        }
        if (pending.Length > 0) yield return pending;
    }

    static bool EndsOpen(string line) => (line.Length - line.TrimEnd('\\').Length) % 2 == 1;

    static int EndOfKey(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\') i++;
            else if (line[i] is '=' or ':' or ' ' or '\t') return i;
        }
        return line.Length;
    }

    static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text.TrimEnd();
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            result.Append(text[i]);
        }
        return result.ToString();
    }
}
