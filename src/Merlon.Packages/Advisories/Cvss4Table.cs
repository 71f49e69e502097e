using System.Globalization;

namespace Merlon.Packages.Advisories;

/// <summary>The scores of the 270 macro vectors that FIRST published with CVSS 4.0.</summary>
static class Cvss4Table
{
    // A row per level of classes 1 to 4 (named at its end); columns: class 5 from 0 to 2, in each class 6 from 0 to 1.
    const string Rows = """
         10 9.9 9.8 9.5 9.5 9.2   | 0000
         10 9.6 9.3 8.7 9.1 8.1   | 0001
        9.3   9 8.9   8 8.1 6.8   | 0002
        9.8 9.5 9.5 9.2   9 8.4   | 0010
        9.3 9.2 8.9 8.1 8.1 6.5   | 0011
        8.8   8 7.8   7 6.9 4.8   | 0012
          - 9.2   - 8.2   - 7.2   | 0020
          - 7.9   - 6.9   -   5   | 0021
          - 6.9   - 5.5   - 2.7   | 0022
        9.9 9.7 9.5 9.2 9.2 8.5   | 0100
        9.5 9.1   9 8.3 8.4 7.1   | 0101
        9.2 8.1 8.2 7.1 7.2 5.3   | 0102
        9.5 9.3 9.2 8.5 8.5 7.3   | 0110
        9.2 8.2   8 7.2   7 5.9   | 0111
        8.4   7 7.1 5.2   5   3   | 0112
          - 8.6   - 7.5   - 5.2   | 0120
          - 7.1   - 5.2   - 2.9   | 0121
          - 6.3   - 2.9   - 1.7   | 0122
        9.8 9.5 9.4 8.7 9.1 8.1   | 1000
        9.4 8.9 8.6 7.4 7.7 6.4   | 1001
        8.7 7.5 7.4 6.3 6.3 4.9   | 1002
        9.4 8.9 8.8 7.7 7.6 6.7   | 1010
        8.6 7.6 7.4 5.8 5.9   5   | 1011
        7.2 5.7 5.7 5.2 5.2 2.5   | 1012
          - 8.3   -   7   - 5.4   | 1020
          - 6.5   - 5.8   - 2.6   | 1021
          - 5.3   - 2.1   - 1.3   | 1022
        9.5   9 8.8 7.6 7.6   7   | 1100
          9 7.7 7.5 6.2 6.1 5.3   | 1101
        7.7 6.6 6.8 5.9 5.2   3   | 1102
        8.9 7.8 7.6 6.7 6.2 5.8   | 1110
        7.4 5.9 5.7 5.7 4.7 2.3   | 1111
        6.1 5.2 5.7 2.9 2.4 1.6   | 1112
          - 7.1   - 5.9   -   3   | 1120
          - 5.8   - 2.6   - 1.5   | 1121
          - 2.3   - 1.3   - 0.6   | 1122
        9.3 8.7 8.6 7.2 7.5 5.8   | 2000
        8.6 7.4 7.4 6.1 5.6 3.4   | 2001
          7 5.4 5.2   4   4 2.2   | 2002
        8.5 7.5 7.4 5.5 6.2 5.1   | 2010
        7.2 5.7 5.5 4.1 4.6 1.9   | 2011
        5.3 3.6 3.4 1.9 1.9 0.8   | 2012
          - 6.4   - 5.1   -   2   | 2020
          - 4.7   - 2.1   - 1.1   | 2021
          - 2.4   - 0.9   - 0.4   | 2022
        8.8 7.5 7.3 5.3   6   5   | 2100
        7.3 5.5 5.9   4 4.1   2   | 2101
        5.4 4.3 4.5 2.2   2 1.1   | 2102
        7.5 5.5 5.8 4.5   4 2.1   | 2110
        6.1 5.1 4.8 1.8   2 0.9   | 2111
        4.6 1.8 1.7 0.7 0.8 0.2   | 2112
          - 5.3   - 2.4   - 1.4   | 2120
          - 2.4   - 1.2   - 0.5   | 2121
          -   1   - 0.3   - 0.1   | 2122
        """;

    static readonly decimal?[][] Scores = [.. Rows.Split('\n').Select(row => row[..row.IndexOf('|', StringComparison.Ordinal)].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray())];

    /// <summary>Null when a level is beyond its class, or the two of classes 3 and 6 exclude each other.</summary>
    public static decimal? Score(MacroVector v) => v is { Eq1: < 3, Eq2: < 2, Eq3: < 3, Eq4: < 3, Eq5: < 3, Eq6: < 2 }
        ? Scores[((v.Eq1 * 2 + v.Eq2) * 3 + v.Eq3) * 3 + v.Eq4][v.Eq5 * 2 + v.Eq6]
        : null;

    static decimal? Number(string text) => text == "-" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
