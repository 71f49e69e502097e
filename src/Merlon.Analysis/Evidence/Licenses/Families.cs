using System.Collections.Concurrent;

namespace Merlon.Analysis.Evidence.Licenses;

/// <summary>Which licences share the name that people use for them, so that one explains a bare mention of the name.</summary>
internal static class Families
{
    static readonly string[] Bsd = ["BSD", "0BSD"];

    static readonly string[] Mit = ["MIT", "X11", "HPND", "ISC", "NTP", "SMLNJ", "JSON", "Xnet", "curl", "ICU", "NCSA", "DocBook"];

    /// <summary>The family of an SPDX id: its letters before the version.</summary>
    public static string Of(string id)
    {
        foreach (var bsd in Bsd)
            if (id.StartsWith(bsd, StringComparison.Ordinal)) return "BSD";
        foreach (var mit in Mit)
            if (id.StartsWith(mit, StringComparison.Ordinal)) return "MIT";
        if (id.StartsWith("PSF", StringComparison.Ordinal) || id.StartsWith("CNRI-Python", StringComparison.Ordinal)) return "Python";
        for (var at = 0; at + 1 < id.Length; at++)
            if (id[at] == '-' && char.IsAsciiDigit(id[at + 1])) return id[..at];
        return id;
    }

    public static bool IsGnu(string expression) => Of(expression) is "GPL" or "LGPL" or "AGPL" or "GFDL";

    static readonly ConcurrentDictionary<string, string[]> Known = new(StringComparer.Ordinal);

    /// <summary>The families of every id in an expression.</summary>
    public static string[] OfExpression(string expression) => Known.GetOrAdd(expression, static e =>
        [.. e.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("AND" or "OR" or "WITH")).Select(Of).Distinct()]);

    /// <summary>Whether an expression has one of the families.</summary>
    public static bool Share(string expression, string[] families)
    {
        foreach (var family in OfExpression(expression))
            if (Array.IndexOf(families, family) >= 0) return true;
        return false;
    }
}
