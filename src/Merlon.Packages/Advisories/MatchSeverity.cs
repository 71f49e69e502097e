namespace Merlon.Packages.Advisories;

/// <summary>
/// The severity of a match: the newest CVSS version that anyone gives (4, then 3.1, 3.0, 2), the highest score within it;
/// without any vector the worst of the databases' words.
/// </summary>
readonly record struct MatchSeverity(Severity Band, string? Vector, decimal? Score)
{
    public static MatchSeverity Of(IReadOnlyCollection<AdvisoryHit> hits)
    {
        var best = hits.SelectMany(Published)
            .Select(severity => Cvss.TryParse(severity.Score, out var cvss) ? cvss : null)
            .OfType<Cvss>()
            .OrderByDescending(cvss => cvss.Version).ThenByDescending(cvss => cvss.BaseScore)
            .FirstOrDefault();
        return best is not null
            ? new(best.BaseSeverity, best.Vector, best.BaseScore)
            : new(hits.SelectMany(Words).Select(SeverityScale.Of).DefaultIfEmpty().Max(), null, null);
    }

    /// <summary>What is said of the package is more telling than what is said of the vulnerability.</summary>
    static IEnumerable<AdvisorySeverity> Published(AdvisoryHit hit)
    {
        var own = hit.Entries.SelectMany(entry => entry.Severities).ToList();
        return own.Count > 0 ? own : hit.Advisory.Severities;
    }

    static IEnumerable<string?> Words(AdvisoryHit hit) =>
        [.. hit.Entries.Select(entry => entry.DatabaseSeverity), hit.Advisory.DatabaseSeverity, .. Published(hit).Select(severity => severity.Score)];
}
