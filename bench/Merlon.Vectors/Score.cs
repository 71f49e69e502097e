namespace Merlon.Vectors;

/// <summary>What one vector gave: null when it held, else what was wrong.</summary>
readonly record struct Verdict(string? Mismatch);

/// <summary>Prints every mismatch and, last, "N right, N wrong"; exit code 1 when anything was wrong, 2 on wrong arguments.</summary>
static class Score
{
    public static int Of(IEnumerable<Verdict> verdicts)
    {
        var (right, wrong) = (0, 0);
        foreach (var verdict in verdicts)
        {
            if (verdict.Mismatch is null) right++;
            else
            {
                wrong++;
                Console.WriteLine(verdict.Mismatch);
            }
        }
        Console.WriteLine($"{right} right, {wrong} wrong");
        return wrong > 0 ? 1 : 0;
    }

    public static int Usage()
    {
        Console.Error.WriteLine("usage: versions ECOSYSTEM FILE | purl FILE... | cvss FILE | cyclonedx FOLDER");
        return 2;
    }
}
