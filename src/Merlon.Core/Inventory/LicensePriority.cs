using System.Collections.Frozen;

namespace Merlon.Core.Inventory;

/// <summary>How much a licence asks of those who ship the component, as the Code Insight document ranks them.</summary>
public enum LicensePriority
{
    /// <summary>No licence is declared, or not one that is known.</summary>
    Unknown,

    /// <summary>Strong copyleft: the whole work is concerned.</summary>
    P1,

    /// <summary>Weak copyleft: changes to the component are concerned.</summary>
    P2,

    /// <summary>Permissive: notices are to be kept.</summary>
    P3,
}

/// <summary>Ranks SPDX expressions. In an AND the strictest part counts, in an OR the mildest.</summary>
public static class LicensePriorities
{
    private static readonly FrozenSet<string> Weak = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "LGPL", "MPL", "EPL", "CDDL", "CPL", "IPL", "APSL", "MS-RL", "EUPL", "OSL", "CECILL-C", "Artistic", "CC-BY-SA", "LPPL", "Ruby");

    private static readonly FrozenSet<string> Strong = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "GPL", "AGPL", "SSPL", "CECILL", "CC-BY-NC", "BUSL", "Sleepycat", "QPL", "RPL", "Elastic");

    /// <summary>The priority of an SPDX expression.</summary>
    public static LicensePriority Of(string expression)
    {
        var alternatives = expression.Split(" OR ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(OfAll).Where(p => p != LicensePriority.Unknown).ToList();
        return alternatives.Count == 0 ? LicensePriority.Unknown : alternatives.Max();
    }

    private static LicensePriority OfAll(string conjunction)
    {
        var parts = conjunction.Split(" AND ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(OfOne).Where(p => p != LicensePriority.Unknown).ToList();
        return parts.Count == 0 ? LicensePriority.Unknown : parts.Min();
    }

    private static LicensePriority OfOne(string license)
    {
        var id = license.Trim('(', ')', ' ').Split(' ', 2)[0];
        if (id.Length == 0 || id is "NOASSERTION" or "NONE" || id.StartsWith("LicenseRef-", StringComparison.Ordinal)) return LicensePriority.Unknown;
        return Strong.Any(family => IsOf(family, id)) ? LicensePriority.P1 : Weak.Any(family => IsOf(family, id)) ? LicensePriority.P2 : LicensePriority.P3;
    }

    private static bool IsOf(string family, string id) =>
        id.StartsWith(family, StringComparison.OrdinalIgnoreCase) && (id.Length == family.Length || id[family.Length] is '-' or '+') && !(family == "CECILL" && (id.StartsWith("CECILL-B", StringComparison.OrdinalIgnoreCase) || id.StartsWith("CECILL-C", StringComparison.OrdinalIgnoreCase)));
}
