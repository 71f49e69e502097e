using System.Globalization;

namespace Merlon.Packages.Advisories;

/// <summary>How likely a CVE is to be exploited within 30 days (FIRST's EPSS).</summary>
/// <param name="Cve">Like "CVE-2025-0001".</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="Percentile">0 to 1: the share of CVEs with the same or a lower probability.</param>
public readonly record struct EpssScore(string Cve, decimal Probability, decimal Percentile);

/// <summary>Reads EPSS's daily CSV: a comment with model and date, a header, then "cve,epss,percentile". Lines that are no scores are passed over.</summary>
public static class Epss
{
    const int MaxLineLength = 1024;

    /// <summary>Streams the scores; the reader's lines are bounded by skipping what is too long to be one.</summary>
    public static IEnumerable<EpssScore> Read(TextReader csv)
    {
        while (csv.ReadLine() is { } line)
            if (line.Length <= MaxLineLength && Score(line) is { } score) yield return score;
    }

    /// <summary>The day that a file's scores are for, from its first line "#model_version:...,score_date:..."; null when it does not say.</summary>
    public static DateTimeOffset? ScoreDate(string firstLine)
    {
        const string mark = "score_date:";
        var start = firstLine.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0) return null;
        var date = firstLine.AsSpan(start + mark.Length);
        var end = date.IndexOf(',');
        return DateTimeOffset.TryParse(end < 0 ? date : date[..end], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;
    }

    static EpssScore? Score(string line) =>
        line.Split(',') is [var cve, var epss, var percentile, ..] && cve.StartsWith("CVE-", StringComparison.Ordinal) &&
        IsShare(epss, out var probability) && IsShare(percentile, out var rank)
            ? new(cve, probability, rank)
            : null;

    static bool IsShare(string text, out decimal share) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out share) && share is >= 0 and <= 1;
}
