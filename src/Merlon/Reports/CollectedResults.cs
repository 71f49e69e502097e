using Merlon.Analysis;

namespace Merlon.Reports;

/// <summary>The results of a scan but for its files, whole, for reports that order or count them.</summary>
sealed class CollectedResults
{
    // A term can stand anywhere any number of times.
    private const int MostTerms = 1_000;

    private readonly List<FoundPackage> _packages = [];
    private readonly List<FoundVulnerability> _vulnerabilities = [];
    private readonly List<Finding> _findings = [];
    private readonly List<ScanNote> _notes = [];
    private readonly List<(string Path, TermEvidence Term)> _terms = [];
    private readonly SortedDictionary<string, int> _licenses = new(StringComparer.Ordinal);

    public IReadOnlyList<FoundPackage> Packages => _packages;
    public IReadOnlyList<FoundVulnerability> Vulnerabilities => _vulnerabilities;
    public IReadOnlyList<Finding> Findings => _findings;
    public IReadOnlyList<ScanNote> Notes => _notes;
    public ScanStatistics Statistics { get; private set; } = new(0, 0, 0, 0, 0);

    /// <summary>In how many files each licence expression stands.</summary>
    public IReadOnlyDictionary<string, int> Licenses => _licenses;

    /// <summary>The first places of search terms, in the order of the files.</summary>
    public IReadOnlyList<(string Path, TermEvidence Term)> Terms => _terms;

    /// <summary>How many places of search terms there are.</summary>
    public long TermCount { get; private set; }

    /// <summary>Findings and vulnerabilities, worst first, then in the order they came.</summary>
    public IEnumerable<FoundVulnerability> WorstVulnerabilities => _vulnerabilities.OrderByDescending(v => v.Severity).ThenByDescending(v => v.Cvss);

    /// <inheritdoc cref="WorstVulnerabilities"/>
    public IEnumerable<Finding> WorstFindings => _findings.OrderByDescending(f => f.Severity);

    /// <summary>All of a stream.</summary>
    public static async Task<CollectedResults> Of(IAsyncEnumerable<ScanResult> results, CancellationToken ct)
    {
        var collected = new CollectedResults();
        await foreach (var result in results.WithCancellation(ct)) collected.Add(result);
        return collected;
    }

    /// <summary>Takes one.</summary>
    public void Add(ScanResult result)
    {
        switch (result)
        {
            case FoundPackage package: _packages.Add(package); break;
            case FoundVulnerability vulnerability: _vulnerabilities.Add(vulnerability); break;
            case Finding finding: _findings.Add(finding); break;
            case ScanNote note: _notes.Add(note); break;
            case ScanStatistics statistics: Statistics = statistics; break;
            case ScannedFile file:
                TermCount += file.Terms.Length;
                _terms.AddRange(file.Terms.Take(MostTerms - _terms.Count).Select(term => (file.Path, term)));
                foreach (var license in file.Licenses.Select(l => l.Expression).Distinct()) _licenses[license] = _licenses.GetValueOrDefault(license) + 1;
                break;
        }
    }
}
