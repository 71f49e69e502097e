using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Merlon.Packages.Purls;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Search;

/// <summary>Keeps and finds the names of components.</summary>
public sealed class ComponentNames(MerlonDb db)
{
    private const int RowsAtOnce = 200;

    /// <summary>Makes packages findable by their names; those already known are left alone.</summary>
    public async Task Add(long tenantKey, IEnumerable<string> purls, CancellationToken ct)
    {
        var rows = purls.SelectMany(Names).ToHashSet();
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            var values = string.Join(", ", chunk.Select((_, i) => $"({{{3 * i}}}, {{{3 * i + 1}}}, {{{3 * i + 2}}})"));
            var arguments = chunk.SelectMany(row => (object[])[tenantKey, row.Folded, row.Component]);
            await db.Database.ExecuteSqlRawAsync($"INSERT INTO component_names (tenant_key, name_folded, component) VALUES {values} ON CONFLICT DO NOTHING", arguments, ct);
        }
    }

    /// <summary>The components whose names hold <paramref name="part"/> (folded): those that begin with it first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<string>> Holding(string part, TenantId tenant, int most, CancellationToken ct)
    {
        var found = await db.Of<ComponentName>(tenant)
            .Where(n => n.NameFolded.Contains(part))
            .OrderBy(n => n.NameFolded.StartsWith(part) ? 0 : 1).ThenBy(n => n.NameFolded)
            .Select(n => n.Component).Take(2 * most).ToListAsync(ct);
        return [.. found.Distinct(StringComparer.Ordinal).Take(most)];
    }

    /// <summary>The names, folded, that hold <paramref name="part"/>: those that begin with it first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<string>> FoldedHolding(string part, TenantId tenant, int most, CancellationToken ct) =>
        await db.Of<ComponentName>(tenant).Where(n => n.NameFolded.Contains(part)).Select(n => n.NameFolded).Distinct()
            .OrderBy(name => name.StartsWith(part) ? 0 : 1).ThenBy(name => name).Take(most).ToListAsync(ct);

    private static IEnumerable<(string Folded, string Component)> Names(string text)
    {
        if (!Purl.TryParse(text, out var purl))
        {
            yield return (Columns.Fold(text), text);
            yield break;
        }
        yield return (Columns.Fold(purl.Name), purl.Name);
        if (purl.Namespace is { Length: > 0 } space) yield return (Columns.Fold($"{space}/{purl.Name}"), purl.Name);
    }
}
