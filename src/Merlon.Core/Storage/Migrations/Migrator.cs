using System.Collections.Immutable;
using System.Data.Common;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Storage.Migrations;

/// <summary>
/// Brings the database to the newest schema under a lock of ours (EF's own survives a kill on SQLite), one transaction a step,
/// with a copy of the data made before the first step that changes an existing database.
/// </summary>
public sealed partial class Migrator(IDbContextFactory<MerlonDb> databases, IStorageEngine engine, ISchemaBackup backup, TimeProvider time, ILogger<Migrator> log)
{
    internal const string History = "schema_versions";

    /// <summary>Applies what is missing; a second server that starts at the same time waits and then finds nothing to do.</summary>
    public Task Migrate(CancellationToken ct) => Migrate(upTo: null, ct);

    /// <summary>As <see cref="Migrate(CancellationToken)"/>, stopping after the step named <paramref name="upTo"/>; for tests of older schemas.</summary>
    internal async Task Migrate(string? upTo, CancellationToken ct)
    {
        await using var held = await engine.Lock("migrate", ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.ExecuteSqlRawAsync($"CREATE TABLE IF NOT EXISTS {History} (id varchar(100) PRIMARY KEY, applied_at bigint NOT NULL)", ct);
        var applied = await db.Database.SqlQueryRaw<string>($"SELECT id AS \"Value\" FROM {History}").ToListAsync(ct);

        var assembly = db.GetService<IMigrationsAssembly>();
        var known = assembly.Migrations.OrderBy(step => step.Key, StringComparer.Ordinal).ToList();
        if (applied.Except(known.Select(step => step.Key)).Order().LastOrDefault() is { } newer)
            throw new NewerSchemaException(newer);

        var missing = known.Where(step => !applied.Contains(step.Key) && (upTo is null || string.CompareOrdinal(step.Key, upTo) <= 0)).ToList();
        if (missing.Count > 0 && applied.Count > 0) await backup.Make(missing[0].Key, ct);
        foreach (var (id, type) in missing) await Apply(db, id, assembly.CreateMigration(type, db.Database.ProviderName!), ct);
    }

    /// <summary>The steps that this version knows and the database does not have.</summary>
    public async Task<IReadOnlyList<string>> Missing(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var applied = await db.Database.SqlQueryRaw<string>($"SELECT id AS \"Value\" FROM {History}").ToListAsync(ct);
        return [.. db.GetService<IMigrationsAssembly>().Migrations.Keys.Except(applied)];
    }

    /// <summary>The steps that this version knows, in order.</summary>
    internal async Task<ImmutableArray<string>> Known(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. db.GetService<IMigrationsAssembly>().Migrations.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The steps that a database has, in order; none when it is empty.</summary>
    internal static async Task<ImmutableArray<string>> Applied(IStorageEngine engine, DbConnection connection, DbTransaction? transaction, CancellationToken ct)
    {
        if (!await TableCatalog.Exists(engine, connection, transaction, History, ct)) return [];
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT id FROM {History}";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var steps = ImmutableArray.CreateBuilder<string>();
        while (await reader.ReadAsync(ct)) steps.Add(reader.GetString(0));
        steps.Sort(StringComparer.Ordinal);
        return steps.ToImmutable();
    }

    private async Task Apply(MerlonDb db, string id, Migration migration, CancellationToken ct)
    {
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(migration.UpOperations);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var command in commands) await db.Database.ExecuteSqlRawAsync(command.CommandText.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), ct);
        var now = Columns.ToMicroseconds(time.GetUtcNow());
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO {History} (id, applied_at) VALUES ({{0}}, {{1}})", [id, now], ct);
        await transaction.CommitAsync(ct);
        Applied(id);
    }

    [LoggerMessage(1001, LogLevel.Information, "Schema step {Step} applied")]
    private partial void Applied(string step);
}

/// <summary>The database was written by a newer Merlon than this one; nothing was changed.</summary>
public sealed class NewerSchemaException(string step)
    : Exception($"The database has the schema step '{step}', which this version of Merlon does not know. Start the newer version, or restore a backup made by this one.");

/// <summary>Makes the copy that is kept before a schema change.</summary>
public interface ISchemaBackup
{
    /// <summary>Copies everything, named after the first step about to be applied.</summary>
    Task Make(string beforeStep, CancellationToken ct);
}
