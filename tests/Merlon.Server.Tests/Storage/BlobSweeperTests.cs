using Merlon.Core.Blobs;
using Merlon.Core.Jobs;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Jobs;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Storage;

/// <summary>The sweeper removes what nothing names, and nothing else.</summary>
public abstract class BlobSweeperTests(RunningServer engine)
{
    public sealed class OnSqlite(SqliteServer server) : BlobSweeperTests(server);

    public sealed class OnPostgres(PostgresServer server) : BlobSweeperTests(server);

    [Fact]
    public async Task Run_RemovesOldOrphansOnly()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult(JobEnd.Done)));
        var blobs = host.Services.GetRequiredService<IBlobStore>();
        var (input, payload, orphan, young) = (await Old(), await Old(), await Old(), await New());
        var later = DateTimeOffset.UtcNow.AddHours(1);
        await host.Queue(new JobDraft("test", JobSource.Tenant) { Input = input, NotBefore = later });
        await host.Queue(new JobDraft("test", JobSource.Tenant) { Payload = $$"""{"upload":"{{payload}}"}""", NotBefore = later });

        await host.InScope(async s => { await s.GetServices<IRecurringWork>().Single(w => w.Name == "blob-sweeper").Run(CancellationToken.None); return 0; });

        foreach (var kept in new[] { input, payload, young }) await (await blobs.Open(kept, CancellationToken.None)).DisposeAsync();
        await Should.ThrowAsync<FileNotFoundException>(() => blobs.Open(orphan, CancellationToken.None));

        Task<BlobId> New() => blobs.Write(new MemoryStream([1]), CancellationToken.None);

        async Task<BlobId> Old()
        {
            var id = await New();
            File.SetLastWriteTimeUtc(Directory.EnumerateFiles(host.Storage.BlobsFolder, id.Value, SearchOption.AllDirectories).Single(), DateTime.UtcNow.AddDays(-2));
            return id;
        }
    }

    [Fact]
    public async Task Input_OfACompletedJob_IsLetGo()
    {
        await using var host = await JobHost.Start(engine, new Doing("test", (_, _) => Task.FromResult(JobEnd.Done)));
        var input = await host.Services.GetRequiredService<IBlobStore>().Write(new MemoryStream([1]), CancellationToken.None);

        var job = await host.Until(await host.Queue(new JobDraft("test", JobSource.Tenant) { Input = input }), JobStatus.Completed);

        job.Input.ShouldBeNull();
        (await host.InScope(s => new ModelBlobOwner(s.GetRequiredService<MerlonDb>()).Named([input], CancellationToken.None))).ShouldBeEmpty();
    }

    [Fact]
    public void Model_EveryColumnNamedLikeABlob_HasTheTypeThatTheSweeperFinds()
    {
        using var scope = engine.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<MerlonDb>().Model;
        var found = ModelBlobOwner.Columns(model).ToHashSet();
        model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.Name.Contains("Blob", StringComparison.Ordinal) && !found.Contains(p))
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name} is {p.ClrType.Name}").ShouldBeEmpty();
    }
}
