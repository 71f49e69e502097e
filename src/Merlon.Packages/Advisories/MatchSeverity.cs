using System.Collections.Immutable;

namespace Merlon.Packages.Advisories;

/// <summary>The severity of a match; vector and score are null where only a word is known, or nothing.</summary>
readonly record struct MatchSeverity(Severity Band, string? Vector, decimal? Score);

/// <summary>
/// Judges hits by the newest CVSS version that anyone gives (4, then 3.1, 3.0, 2) and the highest score within it; without
/// any vector by the worst of the databases' words. Remembers the vectors it has scored: a run meets few different ones.
/// </summary>
sealed class SeverityJudge
{
    const int MaxRemembered = 10_000;

    readonly Dictionary<string, Cvss?> scored = new(StringComparer.Ordinal);

    public MatchSeverity Of(List<AdvisoryHit> hits)
    {
        Cvss? best = null;
        foreach (var hit in hits)
            foreach (var severity in Published(hit))
                if (Score(severity.Score) is { } cvss && IsWorse(cvss, best)) best = cvss;
        return best is not null
            ? new(best.BaseSeverity, best.Vector, best.BaseScore)
            : new(hits.SelectMany(Words).Select(SeverityScale.Of).DefaultIfEmpty().Max(), null, null);
    }

    static bool IsWorse(Cvss cvss, Cvss? than) =>
        than is null || (cvss.Version, cvss.BaseScore).CompareTo((than.Version, than.BaseScore)) > 0;

    Cvss? Score(string vector)
    {
        if (scored.TryGetValue(vector, out var known)) return known;
        if (scored.Count >= MaxRemembered) scored.Clear();
        return scored[vector] = Cvss.TryParse(vector, out var cvss) ? cvss : null;
    }

    /// <summary>What is said of the package is more telling than what is said of the vulnerability.</summary>
    static ImmutableArray<AdvisorySeverity> Published(AdvisoryHit hit)
    {
        ImmutableArray<AdvisorySeverity> own = [];
        foreach (var entry in hit.Entries) own = own.AddRange(entry.Severities);
        return own.IsEmpty ? hit.Advisory.Severities : own;
    }

    static IEnumerable<string?> Words(AdvisoryHit hit) =>
        [.. hit.Entries.Select(entry => entry.DatabaseSeverity), hit.Advisory.DatabaseSeverity, .. Published(hit).Select(severity => severity.Score)];
}
