using System.Collections.Frozen;
using Merlon.Analysis.Evidence.Licenses.Spdx;
using YamlDotNet.Serialization;

namespace Merlon.Analysis.Evidence.Licenses.Expressions;

/// <summary>Every SPDX id as it is written today, found by any way it is or was written (case, deprecated ids, the plus).</summary>
internal sealed class SpdxIds
{
    readonly FrozenDictionary<string, string> licenses;
    readonly FrozenDictionary<string, string> exceptions;

    public SpdxIds(SpdxList list, string deprecatedYaml)
    {
        var known = list.Licenses.ToDictionary(l => l.Id, l => l.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var (old, today) in new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(deprecatedYaml)) known[old] = today;
        foreach (var id in list.Licenses.Select(l => l.Id))
            if (id.EndsWith("-only", StringComparison.Ordinal)) AddGnu(known, id[..^"-only".Length]);
        licenses = known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        exceptions = list.Exceptions.ToFrozenDictionary(e => e, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The expression that an id means today (mostly itself), or null for an unknown one.</summary>
    public string? License(string id)
    {
        if (licenses.TryGetValue(id, out var today)) return today;
        if (id.StartsWith("LicenseRef-", StringComparison.OrdinalIgnoreCase) || id.StartsWith("DocumentRef-", StringComparison.OrdinalIgnoreCase)) return id;
        return id.EndsWith('+') && licenses.TryGetValue(id[..^1], out var plain) ? plain : null;
    }

    public string? Exception(string id) => exceptions.GetValueOrDefault(id);

    public bool IsCurrent(string id) => licenses.TryGetValue(id, out var today) && string.Equals(today, id, StringComparison.Ordinal);

    static void AddGnu(Dictionary<string, string> known, string id)
    {
        if (!known.ContainsKey(id + "-or-later")) return;
        (known[id], known[id + "+"]) = (id + "-only", id + "-or-later");
        if (id.EndsWith(".0", StringComparison.Ordinal)) (known[id[..^2]], known[id[..^2] + "+"]) = (id + "-only", id + "-or-later");
    }
}
