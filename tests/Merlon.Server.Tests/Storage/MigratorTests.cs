using System.Globalization;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Server.Tests.Storage;

/// <summary>The schema, its steps, and who may change it when.</summary>
public abstract class MigratorTests(RunningServer engine)
{
    public sealed class OnSqlite(SqliteServer server) : MigratorTests(server);

    public sealed class OnPostgres(PostgresServer server) : MigratorTests(server);

    // What scans had staged while they ran, of which a migration ends every one; later steps have other tables for it.
    private const string OfRunningScans = "staged_findings";

    [Fact]
    public async Task Migrate_OfAnEmptyDatabase_MakesWhatTheModelSays()
    {
        await using var place = await Place.New(engine);
        await place.Migrator.Migrate(CancellationToken.None);

        await using var connection = await place.Engine.Open(CancellationToken.None);
        var made = await SchemaComparison.OfDatabase(connection, place.Engine is SqliteEngine);
        var wanted = await place.InDb(db => Task.FromResult(SchemaComparison.OfModel(db)));

        made.Except(wanted).Select(line => $"only the steps have: {line}").Concat(wanted.Except(made).Select(line => $"only the model has: {line}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Migrate_ByManyAtOnce_AppliesEachStepOnce()
    {
        await using var place = await Place.New(engine);
        var others = Enumerable.Range(0, 4).Select(_ => place.Again()).ToList();

        await Task.WhenAll(others.Select(other => Task.Run(() => other.Migrator.Migrate(CancellationToken.None))));

        (await Steps(place)).ShouldBe(await place.Migrator.Known(CancellationToken.None));
        foreach (var other in others) await other.DisposeAsync();
    }

    [Fact]
    public async Task Migrate_FromEveryEarlierStep_KeepsTheRows()
    {
        await using var any = await Place.New(engine);
        foreach (var step in await any.Migrator.Known(CancellationToken.None))
        {
            await using var place = await Place.New(engine);
            await place.Migrator.Migrate(step, CancellationToken.None);
            var tables = await FillEveryTable(place);

            await place.Migrator.Migrate(CancellationToken.None);

            foreach (var table in tables.Where(t => t.Name != OfRunningScans)) (await CountFilled(place, table)).ShouldBe(1, $"{table.Name} from {step}");
            (await Steps(place)).ShouldBe(await place.Migrator.Known(CancellationToken.None), $"from {step}");
        }
    }

    [Fact]
    public async Task Migrate_OfAnOlderDatabase_KeepsACopyFirst()
    {
        await using var place = await Place.New(engine);
        await place.Migrator.Migrate("0001_foundation", CancellationToken.None);

        await place.Migrator.Migrate(CancellationToken.None);

        Directory.EnumerateFiles(place.Storage.BackupsFolder).Select(Path.GetFileNameWithoutExtension).ShouldBe(["before-0002_applications"]);
    }

    [Fact]
    public async Task Migrate_OfANewerDatabase_IsRefusedAndChangesNothing()
    {
        await using var place = await Place.New(engine);
        await place.Migrator.Migrate("0001_foundation", CancellationToken.None);
        await place.Execute("INSERT INTO schema_versions (id, applied_at) VALUES ('9999_future', 1)");

        (await Should.ThrowAsync<NewerSchemaException>(() => place.Migrator.Migrate(CancellationToken.None))).Message.ShouldContain("9999_future");

        (await Steps(place)).ShouldBe(["0001_foundation", "9999_future"]);
    }

    [Fact]
    public async Task Migrate_ThatBreaksInAStep_LeavesTheStepBeforeIt()
    {
        await using var place = await Place.New(engine);
        await place.Migrator.Migrate("0001_foundation", CancellationToken.None);
        // The second step makes several tables; one that is in the way makes it break after others were made.
        await place.Execute("CREATE TABLE deployments (x integer)");

        await Should.ThrowAsync<System.Data.Common.DbException>(() => place.Migrator.Migrate(CancellationToken.None));

        (await Steps(place)).ShouldBe(["0001_foundation"]);
        (await Tables(place)).ShouldNotContain("applications");
        await place.Execute("DROP TABLE deployments");
        await place.Migrator.Migrate(CancellationToken.None);
        (await Steps(place)).ShouldBe(await place.Migrator.Known(CancellationToken.None));
    }

    [Fact]
    public async Task Migrate_KilledInTheMiddle_IsFinishedByTheNext()
    {
        var random = new Random(7);
        for (var time = 0; time < 8; time++)
        {
            await using var place = await Place.New(engine);
            using var child = ChildProcess.Start("migrate", place.Storage);
            await child.StandardOutput.ReadLineAsync();
            await Task.Delay(random.Next(700));
            await child.KillHard();

            await place.Migrator.Migrate(CancellationToken.None);

            (await Steps(place)).ShouldBe(await place.Migrator.Known(CancellationToken.None));
            (await Tables(place)).ShouldBe((await place.InDb(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList()))));
        }
    }

    [Fact]
    public async Task Lock_HeldByOne_KeepsOthersWaiting()
    {
        await using var place = await Place.New(engine);
        await using var other = place.Again();
        var held = await place.Engine.Lock("test", CancellationToken.None);

        var waiting = other.Engine.Lock("test", CancellationToken.None);
        await using (await other.Engine.Lock("another", CancellationToken.None)) waiting.IsCompleted.ShouldBeFalse();
        await held.DisposeAsync();

        await using (await waiting) { }
    }

    [Fact]
    public async Task Lock_ThatNobodyWaitsForAnyMore_IsFreeAfterItsHolder()
    {
        await using var place = await Place.New(engine);
        await using var other = place.Again();
        using var impatient = new CancellationTokenSource();
        var held = await place.Engine.Lock("test", CancellationToken.None);
        var waiting = other.Engine.Lock("test", impatient.Token);

        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await held.DisposeAsync();

        await using (await place.Engine.Lock("test", CancellationToken.None)) { }
    }

    private static async Task<IReadOnlyList<string>> Steps(Place place)
    {
        await using var connection = await place.Engine.Open(CancellationToken.None);
        return await Migrator.Applied(place.Engine, connection, null, CancellationToken.None);
    }

    private static async Task<IReadOnlyList<string>> Tables(Place place)
    {
        await using var connection = await place.Engine.Open(CancellationToken.None);
        return [.. (await TableCatalog.Read(place.Engine, connection, null, CancellationToken.None)).Select(t => t.Name)];
    }

    // The rows that FillEveryTable wrote: a step may bring rows of its own.
    private static async Task<long> CountFilled(Place place, CatalogTable table)
    {
        await using var connection = await place.Engine.Open(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM \"{table.Name}\" WHERE \"{table.Columns[0].Name}\" = @first";
        var first = command.CreateParameter();
        (first.ParameterName, first.Value) = ("@first", Filled(table.Columns[0].Kind));
        command.Parameters.Add(first);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task<IReadOnlyList<CatalogTable>> FillEveryTable(Place place)
    {
        await using var connection = await place.Engine.Open(CancellationToken.None);
        var tables = await TableCatalog.Read(place.Engine, connection, null, CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var table in tables)
        {
            object?[] row = [.. table.Columns.Select(c => Filled(c.Kind))];
            await place.Engine.Load(transaction, table.Name, [.. table.Columns.Select(c => c.Name)], One(row), CancellationToken.None);
        }
        await transaction.CommitAsync();
        return [.. tables];
    }

    private static object Filled(ColumnKind kind) => kind switch
    {
        ColumnKind.Long => 7L,
        ColumnKind.Int => 7,
        ColumnKind.Flag => true,
        ColumnKind.Number => 7.5,
        ColumnKind.Bytes => new byte[] { 7 },
        _ => "7",
    };

    private static async IAsyncEnumerable<object?[]> One(object?[] row)
    {
        await Task.CompletedTask;
        yield return row;
    }
}
