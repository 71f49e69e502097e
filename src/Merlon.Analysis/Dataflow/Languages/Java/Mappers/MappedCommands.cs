using System.Text;
using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Mappers;

/// <summary>A text that MyBatis puts into a command as it is: <c>${name}</c>. What stands in <c>#{}</c> is bound, and harmless.</summary>
readonly record struct Substitution(string Name, Span Span);

/// <summary>
/// The commands of MyBatis mappers in XML: by the name of the mapper's interface and of its method, what is substituted in them. Fragments
/// that they include count as their own. Files are read as Latin-1, so that places count bytes.
/// </summary>
sealed partial class MappedCommands
{
    readonly Dictionary<(string Mapper, string Command), List<Substitution>> commands = [];

    public MappedCommands(IEnumerable<SourceFile> files)
    {
        foreach (var file in files) Read(file);
    }

    /// <summary>Whether a file is no Java, but may hold commands.</summary>
    public static bool IsFile(SourceFile file) => file.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is such a mapper.</summary>
    public static bool IsMapper(SourceFile file) => file.Text.Span.IndexOf("<mapper"u8) >= 0 && file.Text.Span.IndexOf("namespace"u8) >= 0;

    public IReadOnlyList<Substitution> Of(string mapper, string command) => commands.GetValueOrDefault((mapper, command)) ?? [];

    /// <summary>What is substituted in a part of a file.</summary>
    public static IEnumerable<Substitution> In(SourceFile file, string text, int start, int end)
    {
        for (var at = text.IndexOf("${", start, StringComparison.Ordinal); at >= 0 && at < end; at = text.IndexOf("${", at + 2, StringComparison.Ordinal))
            if (text.IndexOf('}', at) is > 0 and var close && close < end) yield return new Substitution(text[(at + 2)..close].Trim(), new Span(file, at, close + 1));
    }

    void Read(SourceFile file)
    {
        var text = Encoding.Latin1.GetString(file.Text.Span);
        if (Namespace().Match(text) is not { Success: true } mapper) return;
        var elements = new List<(string Id, int Start, int End)>();
        foreach (Match element in Command().Matches(text))
            if (text.IndexOf("</" + element.Groups[1].Value, element.Index, StringComparison.Ordinal) is > 0 and var end) elements.Add((element.Groups[2].Value, element.Index, end));
        foreach (var (id, start, end) in elements)
        {
            var included = Include().Matches(text[start..end]).Select(m => m.Groups[1].Value);
            List<Substitution> found = [.. In(file, text, start, end), .. elements.Where(e => included.Contains(e.Id)).SelectMany(e => In(file, text, e.Start, e.End))];
            if (found.Count > 0) commands.TryAdd((mapper.Groups[1].Value, id), found);
        }
    }

    [GeneratedRegex(@"<mapper\s[^>]*namespace\s*=\s*[""']([^""']+)[""']", RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"<(select|insert|update|delete|sql)\s[^>]*\bid\s*=\s*[""']([^""']+)[""']", RegexOptions.NonBacktracking)]
    private static partial Regex Command();

    [GeneratedRegex(@"<include\s[^>]*refid\s*=\s*[""']([^""']+)[""']", RegexOptions.NonBacktracking)]
    private static partial Regex Include();
}
