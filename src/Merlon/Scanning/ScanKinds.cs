using Merlon.Analysis;
using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Evidence;
using Merlon.Analysis.Evidence.SearchTerms;
using Merlon.Analysis.Manifests;
using Merlon.Analysis.Matches;
using Merlon.Analysis.Matches.Library;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Vulnerabilities;
using Merlon.Packages.Advisories;

namespace Merlon.Scanning;

/// <summary>The kinds of things that a scan can look for, by the words of the command line. One that is not built is not here.</summary>
static class ScanKinds
{
    private static readonly (string Word, CodeScanKinds Kind)[] Words =
    [
        ("code", CodeScanKinds.Code),
        ("secrets", CodeScanKinds.Secrets),
        ("packages", CodeScanKinds.Packages),
        ("vulnerabilities", CodeScanKinds.Vulnerabilities),
        ("evidence", CodeScanKinds.Evidence),
    ];

    /// <summary>The words, for a person.</summary>
    public static string All => string.Join(", ", Words.Select(word => word.Word));

    /// <summary>The kinds that <paramref name="text"/> names, parted by commas; all of them when it is null; null when it names something else.</summary>
    public static CodeScanKinds? Read(string? text)
    {
        if (text is null) return Words.Aggregate(CodeScanKinds.None, (all, word) => all | word.Kind);
        var kinds = CodeScanKinds.None;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Array.Find(Words, word => word.Word.Equals(part, StringComparison.OrdinalIgnoreCase)) is not { Word: not null } known) return null;
            kinds |= known.Kind;
        }
        return kinds == CodeScanKinds.None ? null : kinds;
    }

    /// <summary>The engines of those kinds.</summary>
    /// <param name="advisories">Where vulnerabilities are looked up; null when nothing is known.</param>
    /// <param name="library">The files of known origin.</param>
    /// <param name="rules">A folder with rules beside the built-in ones.</param>
    /// <param name="terms">What to look for in every file besides.</param>
    public static IEnumerable<ICodeScanner> Scanners(CodeScanKinds kinds, IAdvisorySource? advisories, ReferenceLibrary library, string? rules, SearchTermSet? terms)
    {
        if (kinds.HasFlag(CodeScanKinds.Evidence)) yield return new EvidenceScanner(terms);
        if (kinds.HasFlag(CodeScanKinds.Evidence)) yield return new MatchScanner(library);
        if (kinds.HasFlag(CodeScanKinds.Secrets)) yield return new SecretScanner();
        if ((kinds & (CodeScanKinds.Packages | CodeScanKinds.Vulnerabilities)) != 0) yield return new PackageScanner();
        if (kinds.HasFlag(CodeScanKinds.Vulnerabilities)) yield return new VulnerabilityScanner(advisories);
        if (kinds.HasFlag(CodeScanKinds.Code)) yield return Dataflow(rules);
    }

    private static DataflowScanner Dataflow(string? rules)
    {
        var scanner = new DataflowScanner(rules);
        return scanner.RuleErrors.IsEmpty ? scanner : throw new InputException($"The rules in '{rules}' cannot be used: {string.Join("; ", scanner.RuleErrors)}");
    }
}
