using System.Collections.Frozen;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>The licence and exception ids that CycloneDX knows.</summary>
static class SpdxIds
{
    public static FrozenSet<string> All { get; } = RuleFile.Words("spdx-ids.txt").ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string id) => All.Contains(id);
}
