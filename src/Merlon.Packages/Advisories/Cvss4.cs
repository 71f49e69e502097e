namespace Merlon.Packages.Advisories;

/// <summary>
/// The scoring of CVSS 4.0, section 8: the vector belongs to a macro vector of six equivalence classes with a score from a
/// table; the distance from the class's highest vectors then leads towards the score of the next lower macro vector.
/// </summary>
static class Cvss4
{
    static readonly string[] Impacts = ["VC", "VI", "VA", "SC", "SI", "SA"];

    public static decimal Score(CvssMetrics m)
    {
        if (Impacts.All(metric => Effective(m, metric) == "N")) return 0;
        var macro = MacroVector.Of(metric => Effective(m, metric));
        var value = macro.Score!.Value;

        var (sum, count) = (0m, 0);
        foreach (var step in Cvss4Steps.From(macro))
        {
            if (step.NextLower is not { } lower) continue;
            count++;
            sum += (value - lower) * step.Distance(metric => Effective(m, metric)) / step.Depth;
        }
        var score = count == 0 ? value : value - sum / count;
        return Math.Clamp(Math.Round(score, 1, MidpointRounding.AwayFromZero), 0, 10);
    }

    /// <summary>The modified metric where there is one; what is not defined counts as the worst case.</summary>
    static string Effective(CvssMetrics m, string metric) => metric switch
    {
        "E" => m["E"] ?? "A",
        "CR" or "IR" or "AR" => m[metric] ?? "H",
        _ => m["M" + metric] ?? m[metric]!,
    };
}

/// <summary>The six equivalence classes (tables 24 to 29); 0 is the most severe level of each.</summary>
readonly record struct MacroVector(int Eq1, int Eq2, int Eq3, int Eq4, int Eq5, int Eq6)
{
    /// <summary>Null when there is no such macro vector.</summary>
    public decimal? Score => Cvss4Table.Score(this);

    public static MacroVector Of(Func<string, string> m)
    {
        bool Is(string metric, string value) => m(metric) == value;
        var (av, pr, ui) = (Is("AV", "N"), Is("PR", "N"), Is("UI", "N"));
        var (vc, vi, va) = (Is("VC", "H"), Is("VI", "H"), Is("VA", "H"));
        return new(
            Eq1: av && pr && ui ? 0 : (av || pr || ui) && !Is("AV", "P") ? 1 : 2,
            Eq2: Is("AC", "L") && Is("AT", "N") ? 0 : 1,
            Eq3: vc && vi ? 0 : vc || vi || va ? 1 : 2,
            Eq4: Is("SI", "S") || Is("SA", "S") ? 0 : Is("SC", "H") || Is("SI", "H") || Is("SA", "H") ? 1 : 2,
            Eq5: m("E") switch { "A" => 0, "P" => 1, _ => 2 },
            Eq6: (Is("CR", "H") && vc) || (Is("IR", "H") && vi) || (Is("AR", "H") && va) ? 0 : 1);
    }
}
