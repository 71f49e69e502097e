namespace Merlon.Nodes.Collection;

/// <summary>Files of shell-like assignments: os-release, /etc/environment, /etc/default/*. Quotes are taken off, nothing is expanded.</summary>
static class Assignments
{
    public static Dictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith("export ", StringComparison.Ordinal)) line = line[7..].TrimStart();
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && line[0] != '#') values[line[..equals].TrimEnd()] = Unquote(line[(equals + 1)..].Trim());
        }

        return values;
    }

    static string Unquote(string value) =>
        value.Length >= 2 && value[0] is ('"' or '\'') && value[^1] == value[0] ? value[1..^1] : value;
}
