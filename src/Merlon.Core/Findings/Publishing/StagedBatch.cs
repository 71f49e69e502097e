using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings.Publishing;

/// <summary>
/// Findings of a scan that is not published yet, a batch in one row: nobody looks for one of them, and as rows of their own each would be written to
/// a table and its index, read, and deleted, only to be written to <see cref="Finding"/>.
/// </summary>
internal sealed class StagedBatch : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long ScanKey { get; init; }

    /// <summary>1 for the scan's first.</summary>
    public required int Number { get; init; }

    /// <summary>How many of them the application never had.</summary>
    public required int Added { get; init; }

    /// <summary>One <see cref="StagedRow"/> behind the other.</summary>
    public required byte[] Rows { get; init; }

    /// <summary>Packs rows as <see cref="Rows"/> has them.</summary>
    /// <param name="stretches">Each with the key of its first block of documents.</param>
    public static byte[] Pack(IEnumerable<(StagedRows Stretch, long FirstBlock)> stretches)
    {
        var packed = new MemoryStream();
        using (var writer = new BinaryWriter(packed))
        {
            foreach (var (stretch, firstBlock) in stretches)
                foreach (var row in stretch.Rows) row.Write(writer, firstBlock);
        }
        return packed.ToArray();
    }

    /// <summary>The number of a scan's last batch; 0 when there is none.</summary>
    public static async Task<int> Last(Scan scan, DbConnection connection, CancellationToken ct) => await connection.ExecuteScalarAsync<int>(new CommandDefinition(
        "SELECT COALESCE(MAX(number), 0) FROM finding_batches WHERE tenant_key = @tenant AND scan_key = @scan", new { tenant = scan.TenantKey, scan = scan.Key }, cancellationToken: ct));

    /// <summary>How many findings that the application never had a scan staged.</summary>
    public static async Task<long> AllAdded(Scan scan, DbConnection connection, CancellationToken ct) => await connection.ExecuteScalarAsync<long>(new CommandDefinition(
        "SELECT COALESCE(SUM(added), 0) FROM finding_batches WHERE tenant_key = @tenant AND scan_key = @scan", new { tenant = scan.TenantKey, scan = scan.Key }, cancellationToken: ct));

    /// <summary>All rows that a scan staged, in the order of its results, two batches in memory at a time.</summary>
    public static IAsyncEnumerable<StagedRow> All(Scan scan, DbConnection connection, CancellationToken ct) => Batches(scan, connection, ct).OneAhead(ct).SelectMany(batch => batch);

    private static async IAsyncEnumerable<List<StagedRow>> Batches(Scan scan, DbConnection connection, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var batches = await connection.ExecuteReaderAsync(new CommandDefinition(
            "SELECT rows FROM finding_batches WHERE tenant_key = @tenant AND scan_key = @scan ORDER BY number", new { tenant = scan.TenantKey, scan = scan.Key }, cancellationToken: ct));
        while (await batches.ReadAsync(ct)) yield return Unpack((byte[])batches.GetValue(0));
    }

    private static List<StagedRow> Unpack(byte[] packed)
    {
        var rows = new List<StagedRow>();
        using var reader = new BinaryReader(new MemoryStream(packed));
        while (reader.BaseStream.Position < packed.Length) rows.Add(StagedRow.Read(reader));
        return rows;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<StagedBatch>
    {
        public void Configure(EntityTypeBuilder<StagedBatch> entity) => entity.ToTable("finding_batches").HasKey(b => new { b.TenantKey, b.ScanKey, b.Number });
    }
}
