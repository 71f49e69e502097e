using System.IO.Compression;
using System.Text;
using Merlon.Analysis.Matches.Library;
using Merlon.Core.Backups;
using Merlon.Core.Blobs;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Storage;

/// <summary>Backups of each engine, restored into each.</summary>
public sealed class BackupTests(SqliteServer sqlite, PostgresServer postgres)
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("merlon-backup-").FullName, "merlon.zip");

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("sqlite", "postgresql")]
    [InlineData("postgresql", "sqlite")]
    [InlineData("postgresql", "postgresql")]
    public async Task Restore_OnAnyEngine_GivesEveryRowBlobAndKeyBack(string fromEngine, string toEngine)
    {
        await using var from = await Place.New(Engine(fromEngine));
        var tenant = await from.Prepare();
        var secret = from.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("the secret");
        var blob = await from.Services.GetRequiredService<IBlobStore>().Write(new MemoryStream("content"u8.ToArray()), CancellationToken.None);
        var written = await Write(from);

        await using var to = await Place.New(Engine(toEngine));
        var restored = await Restore(to);

        restored.Refusal.ShouldBeNull();
        written.Blobs.ShouldBe(1);
        written.Rows.ShouldBeGreaterThan(5);
        (await Dump(to)).ShouldBe(await Dump(from));
        (await to.InScope(s => s.GetRequiredService<Users>().Find("admin", Caller.System(tenant), CancellationToken.None))).Value.Login.ShouldBe("admin");
        to.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret).ShouldBe("the secret");
        using var reader = new StreamReader(await to.Services.GetRequiredService<IBlobStore>().Open(blob, CancellationToken.None));
        (await reader.ReadToEndAsync()).ShouldBe("content");
        // Keys go on after the highest one handed out.
        await to.InScope(async s => { await s.GetRequiredService<Users>().Create(new UserDraft("somebody") { Password = RunningServer.AdminPassword }, Caller.System(tenant), CancellationToken.None); return 0; });
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Write_WhileRowsAreAdded_SeesOneMoment(string engine)
    {
        await using var place = await Place.New(Engine(engine));
        var tenant = await place.Prepare();
        using var stop = new CancellationTokenSource();
        // Each unit of work adds one event and one audit row: a backup that saw one without the other did not see a moment.
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await place.InScope(async s =>
                {
                    await s.GetRequiredService<Journal>().Tell(Caller.System(tenant), new Happening("Busy", "test", "1"), CancellationToken.None);
                    return await s.GetRequiredService<MerlonDb>().SaveChangesAsync();
                });
            }
        });
        await Until(async () => await place.InDb(db => db.Of<Event>(tenant).CountAsync(e => e.Type == "Busy")) > 20);

        var manifest = await Write(place);
        await stop.CancelAsync();
        await writing;

        await using var to = await Place.New(sqlite);
        (await Restore(to)).Refusal.ShouldBeNull();
        var events = await to.InDb(db => db.Of<Event>(tenant).CountAsync(e => e.Type == "Busy"));
        events.ShouldBeGreaterThan(20);
        (await to.InDb(db => db.Of<Core.Audit.AuditEntry>(tenant).CountAsync(a => a.Action == "Busy"))).ShouldBe(events);
        manifest.Tables.Single(t => t.Name == "events").Rows.ShouldBe(await to.InDb(db => db.Of<Event>(tenant).CountAsync()));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Restore_WhereDataIs_IsRefusedAndChangesNothing(string engine)
    {
        await using var place = await Place.New(Engine(engine));
        await place.Prepare();
        await Write(place);
        var before = await Dump(place);

        (await Restore(place)).Refusal.ShouldBeOfType<Refusal.Conflict>().Code.ShouldBe("NOT_EMPTY");

        (await Dump(place)).ShouldBe(before);
    }

    [Theory]
    [InlineData("a changed byte", "tables/users")]
    [InlineData("a missing entry", "tables/users")]
    [InlineData("an entry too many", "tables/../../evil")]
    [InlineData("a name that leads out", "keys/../../evil")]
    [InlineData("a name that leads out", "files/rules/../../evil")]
    [InlineData("a name that leads out", "files/merlon.db")]
    public async Task Restore_OfADamagedArchive_IsRefusedAndLeavesThePlaceEmpty(string damage, string entry)
    {
        await using var from = await Place.New(sqlite);
        await from.Prepare();
        await Write(from);
        Damage(damage, entry);

        await using var to = await Place.New(sqlite);
        (await Restore(to)).Refusal.ShouldBeOfType<Refusal.Invalid>();

        File.Exists(to.Storage.SqliteFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Restore_BringsRulesSearchTermsAndLibraryBack_AndTheBackupWaitsForWhoAddsToTheLibrary()
    {
        await using var from = await Place.New(sqlite);
        await from.Prepare();
        await File.WriteAllTextAsync(from.Storage.SearchTermsFile, "quetzal\n");
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(from.Storage.RulesFolder, "java")).FullName, "own.yaml"), "rules: []\n");
        Task<BackupManifest> writing;
        using (var builder = new LibraryBuilder(from.Storage.LibraryFolder))
        {
            builder.Add(new LibraryFile("pkg:npm/left-pad@1.3.0", "index.js"), new string('a', 32), []);
            writing = Write(from);
            builder.Flush();
        }
        (await writing).Files.ShouldBeGreaterThan(3);

        await using var to = await Place.New(sqlite);
        (await Restore(to)).Refusal.ShouldBeNull();

        (await File.ReadAllTextAsync(to.Storage.SearchTermsFile)).ShouldBe("quetzal\n");
        (await File.ReadAllTextAsync(Path.Combine(to.Storage.RulesFolder, "java", "own.yaml"))).ShouldBe("rules: []\n");
        using var library = ReferenceLibrary.Open(to.Storage.LibraryFolder);
        library.WithDigest(new string('a', 32), 1).ShouldHaveSingleItem().Path.ShouldBe("index.js");
    }

    [Fact]
    public async Task Restore_WhereSearchTermsStandAlready_IsRefusedAndLeavesThem()
    {
        await using var from = await Place.New(sqlite);
        await from.Prepare();
        await Write(from);
        await using var to = await Place.New(sqlite);
        await File.WriteAllTextAsync(to.Storage.SearchTermsFile, "mine\n");

        (await Restore(to)).Refusal.ShouldBeOfType<Refusal.Conflict>().Code.ShouldBe("NOT_EMPTY");

        (await File.ReadAllTextAsync(to.Storage.SearchTermsFile)).ShouldBe("mine\n");
    }

    [Fact]
    public async Task Restore_OfWhatIsNoArchive_IsRefused()
    {
        await File.WriteAllTextAsync(_file, "hello");
        await using var to = await Place.New(sqlite);
        (await Restore(to)).Refusal.ShouldBeOfType<Refusal.Invalid>();
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Restore_OfAnEarlierSchema_EndsAtTheNewest(string engine)
    {
        await using var from = await Place.New(sqlite);
        await from.Migrator.Migrate("0001_foundation", CancellationToken.None);
        await from.Execute("INSERT INTO key_blocks (kind, next) VALUES ('thing', 42)");
        await Write(from);

        await using var to = await Place.New(Engine(engine));
        (await Restore(to)).Refusal.ShouldBeNull();

        (await to.InDb(db => db.Shared<KeyBlock>().SingleAsync(b => b.Kind == "thing"))).Next.ShouldBe(42);
        await using var connection = await to.Engine.Open(CancellationToken.None);
        (await Core.Storage.Migrations.Migrator.Applied(to.Engine, connection, null, CancellationToken.None)).ShouldBe(await to.Migrator.Known(CancellationToken.None));
    }

    [Fact]
    public async Task Write_ThatIsInterrupted_LeavesNoFile()
    {
        await using var place = await Place.New(sqlite);
        await place.Prepare();
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => place.Services.GetRequiredService<Core.Backups.Backups>().Write(_file, canceled.Token));

        Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(_file)!).ShouldBeEmpty();
    }

    private RunningServer Engine(string name) => name == "sqlite" ? sqlite : postgres;

    private Task<BackupManifest> Write(Place place) => place.Services.GetRequiredService<Core.Backups.Backups>().Write(_file, CancellationToken.None);

    private Task<Outcome<BackupManifest>> Restore(Place place) => place.Services.GetRequiredService<Restores>().Restore(_file, CancellationToken.None);

    private void Damage(string how, string entry)
    {
        using var zip = ZipFile.Open(_file, ZipArchiveMode.Update);
        if (how is "a changed byte" or "a missing entry") zip.GetEntry(entry)!.Delete();
        if (how is "a missing entry") return;
        using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
        writer.Write("[1]\n");
    }

    /// <summary>Every row of every table, as text.</summary>
    private static async Task<string> Dump(Place place)
    {
        await using var connection = await place.Engine.Open(CancellationToken.None);
        await using var snapshot = await place.Engine.Snapshot(connection, CancellationToken.None);
        var all = new StringBuilder();
        // Keys are kept by each engine in its own way, and held by what they decrypt.
        foreach (var table in (await TableCatalog.Read(place.Engine, connection, snapshot, CancellationToken.None)).Where(t => t.Name != BackupKeys.Table))
        {
            using var rows = new MemoryStream();
            await BackupRows.Write(connection, snapshot, table, rows, CancellationToken.None);
            all.Append(table.Name).Append('\n').AppendJoin('\n', Encoding.UTF8.GetString(rows.ToArray()).Split('\n').Order(StringComparer.Ordinal)).Append('\n');
        }
        return all.ToString();
    }

    private static async Task Until(Func<Task<bool>> condition)
    {
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (!await condition())
        {
            if (DateTime.UtcNow > deadline) throw new TimeoutException();
            await Task.Delay(20);
        }
    }
}
