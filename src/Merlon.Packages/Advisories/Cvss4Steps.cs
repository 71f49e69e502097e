namespace Merlon.Packages.Advisories;

/// <summary>One way down from a macro vector: the next lower score along one class, and how far the vector is on that way.</summary>
/// <param name="Highest">The highest vectors of the class, by the value of each metric.</param>
/// <param name="Depth">How many steps of severity the class spans.</param>
/// <param name="NextLower">The score one level down; null at the lowest level.</param>
sealed record Cvss4Step(string[] Highest, int Depth, decimal? NextLower)
{
    // From most to least severe.
    static readonly Dictionary<string, string> Levels = new(StringComparer.Ordinal)
    {
        ["AV"] = "NALP", ["PR"] = "NLH", ["UI"] = "NPA", ["AC"] = "LH", ["AT"] = "NP", ["VC"] = "HLN", ["VI"] = "HLN", ["VA"] = "HLN",
        ["SC"] = "SHLN", ["SI"] = "SHLN", ["SA"] = "SHLN", ["CR"] = "HML", ["IR"] = "HML", ["AR"] = "HML",
    };

    /// <summary>Steps from the first of the highest vectors that is at least as severe in every metric.</summary>
    public int Distance(Func<string, string> metric)
    {
        foreach (var vector in Highest)
        {
            var distances = vector.Split('/').Select(part => part.Split(':')).Select(part => Level(part[0], metric(part[0])) - Level(part[0], part[1])).ToList();
            if (distances.TrueForAll(distance => distance >= 0)) return distances.Sum();
        }
        return 0;
    }

    static int Level(string metric, string value) => Levels[metric].IndexOf(value[0], StringComparison.Ordinal);
}

/// <summary>The ways down from a macro vector; highest vectors and depths are those of the specification's tables 24 to 30.</summary>
static class Cvss4Steps
{
    static readonly (string[] Highest, int Depth)[] Eq1 =
    [
        (["AV:N/PR:N/UI:N"], 1),
        (["AV:A/PR:N/UI:N", "AV:N/PR:L/UI:N", "AV:N/PR:N/UI:P"], 4),
        (["AV:P/PR:N/UI:N", "AV:A/PR:L/UI:P"], 5),
    ];

    static readonly (string[] Highest, int Depth)[] Eq2 = [(["AC:L/AT:N"], 1), (["AC:H/AT:N", "AC:L/AT:P"], 2)];

    // Impact and requirements depend on each other: classes 3 and 6 are one step.
    static readonly (string[] Highest, int Depth)[,] Eq3And6 =
    {
        {
            (["VC:H/VI:H/VA:H/CR:H/IR:H/AR:H"], 7),
            (["VC:H/VI:H/VA:L/CR:M/IR:M/AR:H", "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M"], 6),
        },
        {
            (["VC:L/VI:H/VA:H/CR:H/IR:H/AR:H", "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H"], 8),
            (
            [
                "VC:L/VI:H/VA:L/CR:H/IR:M/AR:H", "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M", "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M",
                "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H", "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M",
            ], 8),
        },
        { ([], 1), (["VC:L/VI:L/VA:L/CR:H/IR:H/AR:H"], 10) },
    };

    static readonly (string[] Highest, int Depth)[] Eq4 = [(["SC:H/SI:S/SA:S"], 6), (["SC:H/SI:H/SA:H"], 5), (["SC:L/SI:L/SA:L"], 4)];

    public static IEnumerable<Cvss4Step> From(MacroVector v)
    {
        yield return Step(Eq1[v.Eq1], (v with { Eq1 = v.Eq1 + 1 }).Score);
        yield return Step(Eq2[v.Eq2], (v with { Eq2 = v.Eq2 + 1 }).Score);
        yield return Step(Eq3And6[v.Eq3, v.Eq6], BelowEq3And6(v));
        yield return Step(Eq4[v.Eq4], (v with { Eq4 = v.Eq4 + 1 }).Score);
        // All vectors of a level of class 5 are alike: it counts, but there is no way to go.
        yield return Step(([], 1), (v with { Eq5 = v.Eq5 + 1 }).Score);
    }

    /// <summary>Where both classes can go down, the higher of the two scores counts.</summary>
    static decimal? BelowEq3And6(MacroVector v) => (v.Eq3, v.Eq6) switch
    {
        (0, 0) => Math.Max((v with { Eq6 = 1 }).Score!.Value, (v with { Eq3 = 1 }).Score!.Value),
        (1, 0) => (v with { Eq6 = 1 }).Score,
        _ => (v with { Eq3 = v.Eq3 + 1 }).Score,
    };

    static Cvss4Step Step((string[] Highest, int Depth) level, decimal? nextLower) => new(level.Highest, level.Depth, nextLower);
}
