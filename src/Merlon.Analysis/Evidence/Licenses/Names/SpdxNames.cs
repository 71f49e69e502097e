using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Merlon.Analysis.Evidence.Licenses.Expressions;
using Merlon.Analysis.Evidence.Licenses.Spdx;

namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>
/// Names that the SPDX list itself gives: full names, their versions gathered into families, and the ids, which name a licence
/// only in a licensing context.
/// </summary>
internal static partial class SpdxNames
{
    private static readonly SearchValues<char> DashOrDigit = SearchValues.Create("-0123456789");

    public static ImmutableArray<FamilyName> Of(SpdxList list, SpdxIds ids)
    {
        var current = list.Licenses.Where(l => ids.IsCurrent(l.Id) && !l.Id.StartsWith("any-OSI", StringComparison.Ordinal)).ToList();
        var full = current.Where(l => !l.Id.StartsWith("GFDL", StringComparison.Ordinal)).GroupBy(l => Base(l.Name), StringComparer.OrdinalIgnoreCase).Where(g => IsTelling(g.Key)).Select(Full);
        var short_ = current.Where(l => l.Id.AsSpan().IndexOfAny(DashOrDigit) > 0).Select(l => new FamilyName(l.Id, Single(l.Id), Short: true));
        // "Creative Commons Attribution 3.0 Germany", "... v1.2 only - no invariants": what stands behind the version makes another licence.
        var whole = current.Where(l => l.Id.StartsWith("CC-", StringComparison.Ordinal) && TailOf(l.Name).Length > 0 || l.Id.Contains("invariants", StringComparison.Ordinal)).Select(l => new FamilyName(l.Name, Single(l.Id), Short: false));
        return [.. full, .. whole, .. short_];
    }

    static FamilyName Full(IGrouping<string, SpdxLicense> group)
    {
        var versions = group.Select(l => (Version: VersionOf(l.Name), l.Id)).Where(v => v.Version.Length > 0)
            .GroupBy(v => v.Version).ToImmutableDictionary(v => v.Key, v => v.First().Id, StringComparer.OrdinalIgnoreCase);
        var plain = group.FirstOrDefault(l => VersionOf(l.Name).Length == 0)?.Id ?? (versions.Count == 1 ? group.First().Id : null);
        return new(group.Key, new(group.First().Id, Families.Of(group.First().Id), Gnu: false, versions, plain), Short: false);
    }

    static Family Single(string id) => new(id, Families.Of(id), Gnu: false, ImmutableDictionary<string, string>.Empty, id);

    // "JSON" or "Cube" alone are words; a name has "license" in it or is long.
    static bool IsTelling(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 4 || (words.Length >= 2 && name.Contains("licen", StringComparison.OrdinalIgnoreCase));
    }

    static string Base(string name) => Version().Replace(name, "").Trim(' ', ',', '-');

    static string VersionOf(string name) => Version().Match(name) is { Success: true } found ? found.Groups["number"].Value : "";

    static string TailOf(string name) => Version().Match(name) is { Success: true } found ? name[(found.Groups["number"].Index + found.Groups["number"].Length)..].Trim() : "";

    [GeneratedRegex(@",?\s+(-\s+)?(v|V|version\s|Version\s)?\s*(?<number>\d+(\.\d+)+[a-z]?)(\s.*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}
