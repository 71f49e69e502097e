using System.Data.Common;
using Dapper;
using Merlon.Core.Storage.Engines;

namespace Merlon.Core.Findings;

/// <summary>The rows of <see cref="FindingTag"/>: kept and removed in bulk, always by their whole key.</summary>
internal static class FindingTagRows
{
    private const int AtOnce = 1000;

    /// <summary>Adds rows.</summary>
    public static async Task Add(IStorageEngine engine, long tenant, List<(long Tag, long Key)> rows, DbTransaction transaction, CancellationToken ct)
    {
        if (rows.Count == 0) return;
        // In the order of their key they go into the table many times faster.
        rows.Sort();
        await engine.Load(transaction, "finding_tags", ["tenant_key", "tag", "finding_key"], rows.Select(row => new object?[] { tenant, row.Tag, row.Key }).ToAsyncEnumerable(), ct);
    }

    /// <summary>Removes rows.</summary>
    public static async Task Remove(long tenant, IReadOnlyCollection<(long Tag, long Key)> rows, DbTransaction transaction, CancellationToken ct)
    {
        // Whole numbers of ours, so they can stand in the text.
        foreach (var chunk in rows.Order().Chunk(AtOnce))
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                $"DELETE FROM finding_tags WHERE tenant_key = {tenant} AND (tag, finding_key) IN (VALUES {string.Join(',', chunk.Select(row => $"({row.Tag},{row.Key})"))})", transaction: transaction, cancellationToken: ct));
    }
}
