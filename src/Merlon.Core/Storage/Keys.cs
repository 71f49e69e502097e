using System.Collections.Concurrent;
using System.Data.Common;
using Merlon.Core.Storage.Engines;

namespace Merlon.Core.Storage;

/// <summary>
/// Hands out the 64-bit keys of a kind of entity, small and rising, so that APIs with 32-bit ids can show them. Keys are drawn in blocks on a
/// connection of its own, hence before a transaction begins; a block lost in a crash leaves a gap, never a key used twice.
/// </summary>
public sealed class Keys(IStorageEngine engine)
{
    private const int BlockSize = 20;
    private readonly ConcurrentDictionary<string, Block> _blocks = new(StringComparer.Ordinal);

    /// <summary>The next key of <typeparamref name="T"/>.</summary>
    public async Task<long> Next<T>(CancellationToken ct)
    {
        var block = _blocks.GetOrAdd(Kind<T>(), _ => new Block());
        await block.Gate.WaitAsync(ct);
        try
        {
            if (block.Next == block.End)
            {
                block.Next = await Reserve(Kind<T>(), BlockSize, ct);
                block.End = block.Next + BlockSize;
            }
            return block.Next++;
        }
        finally
        {
            block.Gate.Release();
        }
    }

    /// <summary>The first of <paramref name="count"/> consecutive keys, for bulk loads.</summary>
    public Task<long> Range<T>(long count, CancellationToken ct) => Reserve(Kind<T>(), count, ct);

    private static string Kind<T>() => ColumnNames.Snake(typeof(T).Name);

    private async Task<long> Reserve(string kind, long count, CancellationToken ct)
    {
        await using var connection = await engine.Open(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO key_blocks (kind, next) VALUES (@kind, @first) ON CONFLICT (kind) DO UPDATE SET next = key_blocks.next + @count RETURNING next";
        Add(command, "@kind", kind);
        Add(command, "@first", count + 1);
        Add(command, "@count", count);
        return (long)(await command.ExecuteScalarAsync(ct))! - count;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }

    private sealed class Block
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public long Next { get; set; }
        public long End { get; set; }
    }
}
