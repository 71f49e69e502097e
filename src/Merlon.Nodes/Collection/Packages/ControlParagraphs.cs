namespace Merlon.Nodes.Collection.Packages;

/// <summary>Debian control files (deb822): paragraphs of "Field: value" parted by blank lines; continuation lines are left out.</summary>
static class ControlParagraphs
{
    public static IEnumerable<Dictionary<string, string>> Read(IEnumerable<string> lines)
    {
        var paragraph = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.Length == 0)
            {
                if (paragraph.Count > 0) yield return paragraph;
                paragraph = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            }
            else if (line[0] is not (' ' or '\t' or '#') && line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                paragraph[line[..colon]] = line[(colon + 1)..].Trim();
            }
        }

        if (paragraph.Count > 0) yield return paragraph;
    }
}
