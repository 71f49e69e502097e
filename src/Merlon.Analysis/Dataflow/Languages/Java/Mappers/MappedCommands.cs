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
    /// <summary>Real commands have a handful.</summary>
    const int MostSubstitutions = 100;

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

    /// <summary>What is substituted in a part of a file; of more than <see cref="MostSubstitutions"/> the first.</summary>
    public static IEnumerable<Substitution> In(SourceFile file, int start, int end) =>
        Substituted().Matches(Encoding.Latin1.GetString(file.Text.Span[start..end])).Take(MostSubstitutions)
            .Select(m => new Substitution(m.Groups[1].Value.Trim(), new Span(file, start + m.Index, start + m.Index + m.Length)));

    void Read(SourceFile file)
    {
        var text = Encoding.Latin1.GetString(file.Text.Span);
        if (Namespace().Match(text) is not { Success: true } mapper) return;
        var elements = Elements(text).Select(e => (e.Id, Text: text[e.Start..e.End], Own: In(file, e.Start, e.End).ToList())).ToList();
        var byId = elements.ToLookup(e => e.Id, e => e.Own, StringComparer.Ordinal);
        foreach (var (id, command, own) in elements)
        {
            var included = Include().Matches(command).Select(m => m.Groups[1].Value).Distinct().SelectMany(i => byId[i]).SelectMany(o => o);
            List<Substitution> found = [.. own.Concat(included).Take(MostSubstitutions)];
            if (found.Count > 0) commands.TryAdd((mapper.Groups[1].Value, id), found);
        }
    }

    /// <summary>The elements one behind the other: they do not nest, so that each begins behind the end of the one before.</summary>
    static IEnumerable<(string Id, int Start, int End)> Elements(string text)
    {
        for (var element = Command().Match(text); element.Success;)
        {
            var end = text.IndexOf("</" + element.Groups[1].Value, element.Index, StringComparison.Ordinal);
            if (end < 0) yield break;
            yield return (element.Groups[2].Value, element.Index, end);
            element = Command().Match(text, end);
        }
    }

    [GeneratedRegex(@"\$\{([^}]{1,200})\}", RegexOptions.NonBacktracking)]
    private static partial Regex Substituted();

    [GeneratedRegex(@"<mapper\s[^>]*namespace\s*=\s*[""']([^""']+)[""']", RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"<(select|insert|update|delete|sql)\s[^>]*\bid\s*=\s*[""']([^""']+)[""']", RegexOptions.NonBacktracking)]
    private static partial Regex Command();

    [GeneratedRegex(@"<include\s[^>]*refid\s*=\s*[""']([^""']+)[""']", RegexOptions.NonBacktracking)]
    private static partial Regex Include();
}
