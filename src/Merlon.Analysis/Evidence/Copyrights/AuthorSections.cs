using System.Text;
using System.Text.RegularExpressions;

namespace Merlon.Analysis.Evidence.Copyrights;

/// <summary>
/// Reads who stands in a part of a document that is about its authors: below a heading of POD, Markdown, reStructuredText or a manual
/// page, in <c>Authors@R</c> of R's packages, in <c>&lt;developers&gt;</c> of Maven's.
/// </summary>
internal static partial class AuthorSections
{
    const int MostLines = 400;
    const int LongestLine = 400;
    const int LongestSection = 32 * 1024;

    /// <summary>Whether a section of authors begins with the line at <paramref name="start"/>.</summary>
    public static bool Begins(ReadOnlySpan<byte> text, int start)
    {
        var line = text[start..Math.Min(text.Length, start + LongestLine)];
        if (line.IndexOf((byte)'\n') is >= 0 and var end) line = line[..end];
        if (line.IndexOf("<developers>"u8) >= 0 || line.StartsWith("Authors@R"u8)) return true;
        return Heading().IsMatch(Encoding.Latin1.GetString(line).TrimEnd('\r')) && (line[0] is (byte)'#' or (byte)'=' or (byte)'.' || IsUnderlined(text, start + line.Length + 1));
    }

    /// <summary>The authors of the section that begins at <paramref name="start"/>, with lines counted from <paramref name="line"/>.</summary>
    public static IEnumerable<AuthorEvidence> Read(ReadOnlySpan<byte> text, int start, int line)
    {
        var section = Encoding.UTF8.GetString(text[start..Math.Min(text.Length, start + LongestSection)]);
        if (section.StartsWith("Authors@R", StringComparison.Ordinal)) return Persons(section, line);
        if (section.Split('\n', 2)[0].Contains("<developers>", StringComparison.Ordinal)) return Developers(section, line);
        return Listed(section.Split('\n'), line);
    }

    static bool IsUnderlined(ReadOnlySpan<byte> text, int at)
    {
        if (at + 4 > text.Length || text[at] is not ((byte)'=' or (byte)'-' or (byte)'~' or (byte)'^')) return false;
        var line = text[at..Math.Min(text.Length, at + LongestLine)];
        if (line.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end) line = line[..end];
        return line.Length >= 4 && line.IndexOfAnyExcept(text[at]) < 0;
    }

    static List<AuthorEvidence> Listed(string[] lines, int first)
    {
        var (authors, sign) = (new List<AuthorEvidence>(), lines[0][0]);
        for (var at = 1; at < Math.Min(lines.Length, MostLines); at++)
        {
            var line = lines[at].TrimEnd('\r');
            if (Ends(line, sign, at + 1 < lines.Length ? lines[at + 1] : "")) break;
            if (line.Length is 0 or > LongestLine) continue;
            var item = Bullet().Replace(line, "");
            if (Author(item, item.Length < line.Length || sign is '=' or '.') is { } author) authors.Add(new(author, first + at));
        }
        return authors;
    }

    // The next heading of the same kind of document.
    static bool Ends(string line, char sign, string next) => sign switch
    {
        '#' => line.StartsWith('#'),
        '=' => line.StartsWith('=') && !line.StartsWith("=over", StringComparison.Ordinal) && !line.StartsWith("=item", StringComparison.Ordinal) && !line.StartsWith("=back", StringComparison.Ordinal),
        '.' => line.StartsWith(".SH", StringComparison.Ordinal),
        _ => line.Length > 0 && next.TrimEnd('\r') is { Length: >= 4 } underline && underline.All(c => c == underline[0]) && underline[0] is '=' or '-' or '~' or '^' && char.IsLetter(line[0]),
    };

    // "Ada Wren <ada@nest.io>, the parser", "[Ada Wren](https://nest.io)", "**Ada Wren** - initial work", "Ada Wren, C<< <ada at nest.io> >>"
    static string? Author(string item, bool listed)
    {
        item = Entity().Replace(item, m => m.Value[2] == 'l' ? "<" : ">");
        if (Entry().Match(item) is not { Success: true } match) return null;
        var (name, address) = (match.Groups["name"].Value.Trim(' ', ','), match.Groups["address"].Value);
        var behind = item[match.Length..].Trim();
        var words = name.Split(' ').Length;
        if (address.Length > 0) return $"{name} <{address}>";
        return words > 1 && listed && !NoName().IsMatch(name) && (behind.Length == 0 || Remark().IsMatch(behind)) ? name : null;
    }

    // person("Ada", "Wren", email = "ada@nest.io", role = c("aut", "cre"))
    static List<AuthorEvidence> Persons(string section, int first)
    {
        if (NextField().Match(section, 1) is { Success: true } next) section = section[..next.Index];
        var (authors, persons) = (new List<AuthorEvidence>(), Person().Matches(section));
        for (var i = 0; i < persons.Count; i++)
        {
            var rest = section[persons[i].Index..(i + 1 < persons.Count ? persons[i + 1].Index : section.Length)];
            if (rest.Contains("role", StringComparison.Ordinal) && !rest.Contains("\"aut\"", StringComparison.Ordinal) && !rest.Contains("\"cre\"", StringComparison.Ordinal)) continue;
            var name = $"{persons[i].Groups["given"].Value} {persons[i].Groups["family"].Value}".Trim();
            if (name.Length > 0) authors.Add(new(Quoted().Match(rest) is { Success: true } address ? $"{name} <{address.Groups["address"].Value}>" : name, first + section.AsSpan(0, persons[i].Index).Count('\n')));
        }
        return authors;
    }

    static List<AuthorEvidence> Developers(string section, int first)
    {
        if (section.IndexOf("</developers>", StringComparison.Ordinal) is > 0 and var end) section = section[..end];
        var (authors, from) = (new List<AuthorEvidence>(), 0);
        foreach (var developer in section.Split("</developer>"))
        {
            if (Name().Match(developer) is { Success: true } name)
            {
                var address = Email().Match(developer) is { Success: true } email ? $" <{email.Groups["address"].Value}>" : "";
                authors.Add(new(System.Net.WebUtility.HtmlDecode(name.Groups["name"].Value.Trim()) + address, first + section.AsSpan(0, from + name.Index).Count('\n')));
            }
            from += developer.Length + "</developer>".Length;
        }
        return authors;
    }

    [GeneratedRegex(@"^(?:=head[1-4]\s+|#{1,6}\s+|\.SH\s+""?)?(?i:(?:main |original |core |current )?(?:authors?|maintainers?|developers)(?: (?:and|&) [a-z]+)?)\s*[:""#]*\s*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*(?:(?:=item|[*+•-]|\d{1,3}[.)]|\.IP|\.BR?|\.br)\s+)*[*_]{0,2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\[?(?<name>\p{Lu}[\p{L}\p{M}'’.-]{0,40}(?: (?:\p{Lu}[\p{L}\p{M}'’.-]{0,40}|van|von|de|der|den|di|da|du|la|le|bin|al|el)){0,5},?)[\]*_]{0,3}(?:\(https?://[^)\s]{1,200}\))?(?:\s*(?:[-–—,:(]\s*){0,2}(?:\[[^\]]{0,80}\]\(mailto:|C<+\s*)?<?(?:mailto:)?(?<address>[\p{L}\d._%+-]{1,64}(?:@| at | \(at\) |\[at\]| \[at\] )[A-Za-z\d.-]{1,80}\.[A-Za-z]{2,16})[>)\s]*)?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    // What may follow a name in a list: a remark, what it is called elsewhere, an address on the web.
    [GeneratedRegex(@"^(?:[-–—:,;(<\[@|/]|https?:|\\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(?:The|This|See|For|All|Please|Many|If|It|In|To|We|Thanks|Special|Copyright|Written|Licensed|Other|Original|Current|Based|Contact|Report|Bug|Bugs|Note|Main|A|An|Additional)\b|\b(?:License|Documentation|Repository|Support|Issues|Homepage|Team Lead|Guide|Project|Changes)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();

    [GeneratedRegex("E<(?:lt|gt)>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Entity();

    [GeneratedRegex(@"person\(\s*(?:given\s*=\s*)?""(?<given>[^""]{1,80})""(?:\s*,\s*(?:family\s*=\s*)?""(?<family>[^""@]{1,80})"")?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(@"""(?<address>[^""@\s]{1,64}@[^""@\s]{1,80})""", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\n[A-Za-z]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NextField();

    [GeneratedRegex("<name>(?<name>[^<]{2,80})</name>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"<email>\s*(?<address>[^<\s]{3,120})\s*</email>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
