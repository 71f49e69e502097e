namespace Merlon.Packages.Advisories;

/// <summary>The equations of CVSS 3.0 and 3.1, section 7 of each; they differ in rounding and in the modified impact.</summary>
static class Cvss3
{
    public static (decimal Base, decimal? Temporal, decimal? Environmental) Score(CvssMetrics m)
    {
        var @base = Base(m);
        return (@base, RoundUp(m, @base * TemporalFactor(m)), Environmental(m));
    }

    static decimal Base(CvssMetrics m)
    {
        var changed = m["S"] == "C";
        var loss = 1 - (1 - Loss(m["C"])) * (1 - Loss(m["I"])) * (1 - Loss(m["A"]));
        var impact = changed ? 7.52m * (loss - 0.029m) - 3.25m * Power(loss - 0.02m, 15) : 6.42m * loss;
        return Combine(m, impact, Exploitability(m["AV"], m["AC"], m["PR"], m["UI"], changed), changed, 1);
    }

    static decimal Environmental(CvssMetrics m)
    {
        var changed = Modified(m, "S") == "C";
        var loss = Math.Min(0.915m, 1 - (1 - Requirement(m["CR"]) * Loss(Modified(m, "C"))) *
            (1 - Requirement(m["IR"]) * Loss(Modified(m, "I"))) * (1 - Requirement(m["AR"]) * Loss(Modified(m, "A"))));
        var power = m.Version == CvssVersion.V31 ? Power(loss * 0.9731m - 0.02m, 13) : Power(loss - 0.02m, 15);
        var impact = changed ? 7.52m * (loss - 0.029m) - 3.25m * power : 6.42m * loss;
        var exploitability = Exploitability(Modified(m, "AV"), Modified(m, "AC"), Modified(m, "PR"), Modified(m, "UI"), changed);
        return Combine(m, impact, exploitability, changed, TemporalFactor(m));
    }

    static decimal Combine(CvssMetrics m, decimal impact, decimal exploitability, bool changed, decimal factor)
    {
        if (impact <= 0) return 0;
        var sum = Math.Min(10m, (impact + exploitability) * (changed ? 1.08m : 1m));
        return factor == 1 ? RoundUp(m, sum) : RoundUp(m, RoundUp(m, sum) * factor);
    }

    static decimal Exploitability(string? vector, string? complexity, string? privileges, string? interaction, bool changed) =>
        8.22m * Vector(vector) * (complexity == "H" ? 0.44m : 0.77m) * Privileges(privileges, changed) * (interaction == "R" ? 0.62m : 0.85m);

    static decimal TemporalFactor(CvssMetrics m) => Exploit(m) * Remediation(m) * Confidence(m);

    static string? Modified(CvssMetrics m, string metric) => m["M" + metric] ?? m[metric];

    /// <summary>Up to one decimal; 3.1 (appendix A) first drops what lies behind the fifth decimal.</summary>
    static decimal RoundUp(CvssMetrics m, decimal score) =>
        Math.Ceiling((m.Version == CvssVersion.V31 ? Math.Round(score, 5, MidpointRounding.AwayFromZero) : score) * 10) / 10;

    static decimal Power(decimal number, int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++) power *= number;
        return power;
    }

    static decimal Vector(string? value) => value switch { "A" => 0.62m, "L" => 0.55m, "P" => 0.2m, _ => 0.85m };
    static decimal Privileges(string? value, bool changed) => value switch { "L" => changed ? 0.68m : 0.62m, "H" => changed ? 0.5m : 0.27m, _ => 0.85m };
    static decimal Loss(string? value) => value switch { "H" => 0.56m, "L" => 0.22m, _ => 0m };
    static decimal Requirement(string? value) => value switch { "L" => 0.5m, "H" => 1.5m, _ => 1m };
    static decimal Exploit(CvssMetrics m) => m["E"] switch { "U" => 0.91m, "P" => 0.94m, "F" => 0.97m, _ => 1m };
    static decimal Remediation(CvssMetrics m) => m["RL"] switch { "O" => 0.95m, "T" => 0.96m, "W" => 0.97m, _ => 1m };
    static decimal Confidence(CvssMetrics m) => m["RC"] switch { "U" => 0.92m, "R" => 0.96m, _ => 1m };
}
