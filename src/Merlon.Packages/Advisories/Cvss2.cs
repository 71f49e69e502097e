namespace Merlon.Packages.Advisories;

/// <summary>The equations of CVSS 2.0, section 3.2.</summary>
static class Cvss2
{
    public static (decimal Base, decimal? Temporal, decimal? Environmental) Score(CvssMetrics m)
    {
        var impact = Impact(m, 1, 1, 1);
        var @base = Base(m, impact);
        var temporal = m.HasAny("E", "RL", "RC") ? Temporal(m, @base) : (decimal?)null;
        var environmental = m.HasAny("CDP", "TD", "CR", "IR", "AR") ? Environmental(m) : (decimal?)null;
        return (@base, temporal, environmental);
    }

    static decimal Base(CvssMetrics m, decimal impact)
    {
        var exploitability = 20m * AccessVector(m) * AccessComplexity(m) * Authentication(m);
        return impact == 0 ? 0 : Round((0.6m * impact + 0.4m * exploitability - 1.5m) * 1.176m);
    }

    static decimal Impact(CvssMetrics m, decimal confidentiality, decimal integrity, decimal availability) =>
        10.41m * (1 - (1 - Loss(m["C"]) * confidentiality) * (1 - Loss(m["I"]) * integrity) * (1 - Loss(m["A"]) * availability));

    static decimal Temporal(CvssMetrics m, decimal score) => Round(score * Exploit(m) * Remediation(m) * Confidence(m));

    static decimal Environmental(CvssMetrics m)
    {
        var impact = Math.Min(10m, Impact(m, Requirement(m["CR"]), Requirement(m["IR"]), Requirement(m["AR"])));
        var adjusted = Temporal(m, Base(m, impact));
        return Round((adjusted + (10 - adjusted) * CollateralDamage(m)) * TargetDistribution(m));
    }

    static decimal Round(decimal score) => Math.Max(0, Math.Round(score, 1, MidpointRounding.AwayFromZero));

    static decimal AccessVector(CvssMetrics m) => m["AV"] switch { "L" => 0.395m, "A" => 0.646m, _ => 1m };
    static decimal AccessComplexity(CvssMetrics m) => m["AC"] switch { "H" => 0.35m, "M" => 0.61m, _ => 0.71m };
    static decimal Authentication(CvssMetrics m) => m["Au"] switch { "M" => 0.45m, "S" => 0.56m, _ => 0.704m };
    static decimal Loss(string? value) => value switch { "P" => 0.275m, "C" => 0.66m, _ => 0m };
    static decimal Exploit(CvssMetrics m) => m["E"] switch { "U" => 0.85m, "POC" => 0.9m, "F" => 0.95m, _ => 1m };
    static decimal Remediation(CvssMetrics m) => m["RL"] switch { "OF" => 0.87m, "TF" => 0.9m, "W" => 0.95m, _ => 1m };
    static decimal Confidence(CvssMetrics m) => m["RC"] switch { "UC" => 0.9m, "UR" => 0.95m, _ => 1m };
    static decimal Requirement(string? value) => value switch { "L" => 0.5m, "H" => 1.51m, _ => 1m };
    static decimal CollateralDamage(CvssMetrics m) => m["CDP"] switch { "L" => 0.1m, "LM" => 0.3m, "MH" => 0.4m, "H" => 0.5m, _ => 0m };
    static decimal TargetDistribution(CvssMetrics m) => m["TD"] switch { "N" => 0m, "L" => 0.25m, "M" => 0.75m, _ => 1m };
}
