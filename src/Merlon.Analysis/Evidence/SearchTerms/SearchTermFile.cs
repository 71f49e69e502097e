using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.SearchTerms;

/// <summary>
/// Search terms in a file: one a line, as words; a line between two slashes is a pattern (<c>/project[- ]?x/</c>). Empty lines and those that begin
/// with <c>#</c> say nothing.
/// </summary>
public static class SearchTermFile
{
    private const long MostBytes = 4 << 20;

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is a folder, or too large, or holds something that cannot be a term: every one is named.</exception>
    public static SearchTermSet Read(string file)
    {
        if (Directory.Exists(file)) throw new InvalidDataException($"'{file}' is a folder; name a file with a term on each line.");
        if (new FileInfo(file).Length > MostBytes) throw new InvalidDataException($"'{file}' is larger than {MostBytes >> 20} MB.");
        var set = SearchTermSet.Create(File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(Term), out ImmutableArray<string> errors);
        return set ?? throw new InvalidDataException($"The search terms in '{file}' cannot be used: {string.Join("; ", errors)}");
    }

    private static SearchTerm Term(string line) => line.Length > 2 && line[0] == '/' && line[^1] == '/' ? new(line[1..^1], IsPattern: true) : new(line);
}
