using System.Collections.Frozen;

namespace Merlon.Core.Scans;

/// <summary>The language of a source file by its name, in the words that Qwiet's clients know (<c>java</c>, <c>csharp</c>, <c>javascript</c>, ...).</summary>
public static class SourceLanguage
{
    private static readonly FrozenDictionary<string, string> ByEnding = new Dictionary<string, string[]>
    {
        ["java"] = ["java", "jsp", "jspx", "jspf"],
        ["csharp"] = ["cs", "cshtml", "razor", "aspx", "ascx", "asmx", "ashx", "csx"],
        ["javascript"] = ["js", "mjs", "cjs", "jsx", "vue"],
        ["typescript"] = ["ts", "mts", "cts", "tsx"],
        ["python"] = ["py", "pyw", "pyi", "ipynb"],
        ["go"] = ["go"],
        ["ruby"] = ["rb", "erb", "rake"],
        ["php"] = ["php", "phtml"],
        ["kotlin"] = ["kt", "kts"],
        ["scala"] = ["scala", "sc"],
        ["groovy"] = ["groovy"],
        ["swift"] = ["swift"],
        ["objectivec"] = ["m", "mm"],
        ["c"] = ["c", "h"],
        ["cpp"] = ["cc", "cpp", "cxx", "hh", "hpp", "hxx"],
        ["rust"] = ["rs"],
        ["dart"] = ["dart"],
        ["elixir"] = ["ex", "exs"],
        ["perl"] = ["pl", "pm"],
        ["visualbasic"] = ["vb", "vbhtml"],
        ["fsharp"] = ["fs", "fsx"],
        ["shell"] = ["sh", "bash", "zsh"],
        ["powershell"] = ["ps1", "psm1"],
        ["terraform"] = ["tf"],
    }.SelectMany(language => language.Value.Select(ending => (ending, language.Key))).ToFrozenDictionary(pair => pair.ending, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByEndingOfPath = ByEnding.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Null for a file that is no source, or of a language that is not known.</summary>
    public static string? Of(ReadOnlySpan<char> path) => Path.GetExtension(path) is { Length: > 1 } ending && ByEndingOfPath.TryGetValue(ending[1..], out var language) ? language : null;
}
