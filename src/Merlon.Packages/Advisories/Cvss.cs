using System.Diagnostics.CodeAnalysis;

namespace Merlon.Packages.Advisories;

/// <summary>Versions of the Common Vulnerability Scoring System, in the order they were published.</summary>
public enum CvssVersion { V2, V30, V31, V40 }

/// <summary>
/// A CVSS vector with its scores (FIRST's specifications of 2.0, 3.0, 3.1 and 4.0). Every score has one decimal, 0.0 to 10.0.
/// </summary>
public sealed class Cvss
{
    Cvss(CvssMetrics metrics)
    {
        Vector = metrics.Vector;
        Version = metrics.Version;
        (BaseScore, TemporalScore, EnvironmentalScore) = metrics.Version switch
        {
            CvssVersion.V2 => Cvss2.Score(metrics),
            CvssVersion.V30 or CvssVersion.V31 => Cvss3.Score(metrics),
            _ => (Cvss4.Score(metrics), null, null),
        };
    }

    /// <summary>As it was written, without parentheses.</summary>
    public string Vector { get; }

    public CvssVersion Version { get; }

    /// <summary>The base score; for 4.0 the one score, in which threat and environment are already counted.</summary>
    public decimal BaseScore { get; }

    /// <summary>2.0: null when no temporal metric is given. 3.x: equals the base score then. 4.0: null.</summary>
    public decimal? TemporalScore { get; }

    /// <summary>2.0: null when no environmental metric is given. 3.x: equals the temporal score then. 4.0: null.</summary>
    public decimal? EnvironmentalScore { get; }

    public Severity BaseSeverity => SeverityScale.Of(BaseScore, Version == CvssVersion.V2);

    /// <summary>Reads a vector of any version; false when a metric is unknown, given twice, or a mandatory one is missing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? vector, [NotNullWhen(true)] out Cvss? cvss)
    {
        cvss = vector is not null && CvssMetrics.Read(vector) is { } metrics ? new(metrics) : null;
        return cvss is not null;
    }

    public override string ToString() => Vector;
}
