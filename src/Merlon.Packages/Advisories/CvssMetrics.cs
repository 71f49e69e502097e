using System.Collections.Frozen;

namespace Merlon.Packages.Advisories;

/// <summary>The metrics of one vector, checked against the metrics that its version knows. A missing optional metric is not defined.</summary>
sealed class CvssMetrics
{
    const int MaxLength = 512;

    readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    public string Vector { get; private init; } = "";
    public CvssVersion Version { get; private init; }

    /// <summary>The value of a metric; null when it is not given, or given as not defined.</summary>
    public string? this[string metric] => values.GetValueOrDefault(metric) is { } value && value is not ("X" or "ND") ? value : null;

    public bool HasAny(params ReadOnlySpan<string> metrics)
    {
        foreach (var metric in metrics)
            if (this[metric] is not null) return true;
        return false;
    }

    public static CvssMetrics? Read(string text)
    {
        if (text.Length > MaxLength) return null;
        var vector = text.Trim().TrimStart('(').TrimEnd(')').TrimEnd('/');
        var (version, rest) = vector switch
        {
            _ when vector.StartsWith("CVSS:3.0/", StringComparison.Ordinal) => (CvssVersion.V30, vector[9..]),
            _ when vector.StartsWith("CVSS:3.1/", StringComparison.Ordinal) => (CvssVersion.V31, vector[9..]),
            _ when vector.StartsWith("CVSS:4.0/", StringComparison.Ordinal) => (CvssVersion.V40, vector[9..]),
            _ => (CvssVersion.V2, vector),
        };
        var metrics = new CvssMetrics { Vector = vector, Version = version };
        var known = CvssMetricTables.Of(version);
        return rest.Split('/').All(part => metrics.Take(part, known)) && known.Mandatory.All(metrics.values.ContainsKey) ? metrics : null;
    }

    bool Take(string part, CvssMetricTable known)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return false;
        var (metric, value) = (part[..colon], part[(colon + 1)..]);
        return known.Values.TryGetValue(metric, out var allowed) && allowed.Contains(value) && values.TryAdd(metric, value);
    }
}

/// <summary>Which metrics a version has and which values each may take.</summary>
sealed record CvssMetricTable(FrozenDictionary<string, string[]> Values, string[] Mandatory);

/// <summary>The metrics of every version, as the specifications list them; mandatory ones come first.</summary>
static class CvssMetricTables
{
    static readonly CvssMetricTable V2 = Table(
        "AV:L,A,N AC:H,M,L Au:M,S,N C:N,P,C I:N,P,C A:N,P,C",
        "E:ND,U,POC,F,H RL:ND,OF,TF,W,U RC:ND,UC,UR,C CDP:ND,N,L,LM,MH,H TD:ND,N,L,M,H CR:ND,L,M,H IR:ND,L,M,H AR:ND,L,M,H");

    static readonly CvssMetricTable V3 = Table(
        "AV:N,A,L,P AC:L,H PR:N,L,H UI:N,R S:U,C C:N,L,H I:N,L,H A:N,L,H",
        "E:X,U,P,F,H RL:X,O,T,W,U RC:X,U,R,C CR:X,L,M,H IR:X,L,M,H AR:X,L,M,H " +
        "MAV:X,N,A,L,P MAC:X,L,H MPR:X,N,L,H MUI:X,N,R MS:X,U,C MC:X,N,L,H MI:X,N,L,H MA:X,N,L,H");

    static readonly CvssMetricTable V4 = Table(
        "AV:N,A,L,P AC:L,H AT:N,P PR:N,L,H UI:N,P,A VC:H,L,N VI:H,L,N VA:H,L,N SC:H,L,N SI:H,L,N SA:H,L,N",
        "E:X,A,P,U CR:X,H,M,L IR:X,H,M,L AR:X,H,M,L MAV:X,N,A,L,P MAC:X,L,H MAT:X,N,P MPR:X,N,L,H MUI:X,N,P,A " +
        "MVC:X,H,L,N MVI:X,H,L,N MVA:X,H,L,N MSC:X,H,L,N MSI:X,S,H,L,N MSA:X,S,H,L,N " +
        "S:X,N,P AU:X,N,Y R:X,A,U,I V:X,D,C RE:X,L,M,H U:X,Clear,Green,Amber,Red");

    public static CvssMetricTable Of(CvssVersion version) => version switch
    {
        CvssVersion.V2 => V2,
        CvssVersion.V40 => V4,
        _ => V3,
    };

    static CvssMetricTable Table(string mandatory, string optional)
    {
        var all = $"{mandatory} {optional}".Split(' ').Select(metric => metric.Split(':'));
        return new(
            all.ToFrozenDictionary(metric => metric[0], metric => metric[1].Split(','), StringComparer.Ordinal),
            [.. mandatory.Split(' ').Select(metric => metric.Split(':')[0])]);
    }
}
