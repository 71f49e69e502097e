using System.Globalization;
using Merlon.Packages.Advisories;

namespace Merlon.Vectors;

/// <summary>Lines "vector - (base, temporal, environmental)" with "None" for what is not defined, or "vector - score".</summary>
static class CvssVectors
{
    public static IEnumerable<Verdict> Run(string file) => File.ReadLines(file).Where(line => line.Length > 0).Select(Check);

    static Verdict Check(string line)
    {
        var parts = line.Split(" - ");
        if (parts.Length != 2) return new($"{line}: not a vector with scores");
        if (!Cvss.TryParse(parts[0], out var cvss)) return new($"{line}: not read");

        var expected = parts[1].Trim('(', ')').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Score);
        decimal?[] got = [cvss.BaseScore, cvss.TemporalScore, cvss.EnvironmentalScore];
        return new(expected.Zip(got).All(pair => pair.First == pair.Second) ? null : $"{line}: got ({string.Join(", ", got)})");
    }

    static decimal? Score(string text) => text == "None" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
