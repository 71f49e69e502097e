namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>One line of a rule file: what it says, without the versions it is said for.</summary>
sealed record RuleLine(string Definition, string Text);

/// <summary>Reads the embedded rule files; their first lines explain the language.</summary>
static class RuleFile
{
    /// <summary>Every definition and its lines as the given minor version of the specification knows them; a definition without lines has one empty line.</summary>
    public static IEnumerable<RuleLine> Read(string name, int minorVersion)
    {
        var definition = "";
        foreach (var line in LogicalLines(name))
        {
            if (line[0] != ' ')
            {
                definition = line.TrimEnd();
                yield return new(definition, "");
            }
            else if (ForVersion(line, minorVersion) is { } text) yield return new(definition, text);
        }
    }

    /// <summary>The words of a file that is only a list.</summary>
    public static IEnumerable<string> Words(string name) => LogicalLines(name).SelectMany(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    static List<string> LogicalLines(string name)
    {
        using var resource = typeof(RuleFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(resource);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("      ", StringComparison.Ordinal)) lines[^1] += " " + line.Trim();
            else lines.Add(line.TrimEnd());
        }
        return lines;
    }

    static string? ForVersion(string line, int minorVersion)
    {
        var mark = line.LastIndexOf(" @ 1.", StringComparison.Ordinal);
        if (mark < 0) return line.Trim();
        var ranges = line[(mark + 3)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return ranges.Any(range => Covers(range, minorVersion)) ? line[..mark].Trim() : null;
    }

    static bool Covers(string range, int minorVersion)
    {
        var bounds = range.Split('-').Select(static version => int.Parse(version[2..])).ToArray();
        return bounds[0] <= minorVersion && minorVersion <= bounds[^1];
    }
}
