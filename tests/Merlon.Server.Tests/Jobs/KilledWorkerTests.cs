using System.Diagnostics;
using Merlon.Core.Jobs;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Jobs;

/// <summary>A worker that is killed in the middle of a job loses none, and leaves nothing that hinders the next.</summary>
public abstract class KilledWorkerTests(RunningServer engine)
{
    public sealed class OnSqlite(SqliteServer server) : KilledWorkerTests(server);

    public sealed class OnPostgres(PostgresServer server) : KilledWorkerTests(server);

    [Fact]
    public async Task Job_WhoseWorkerWasKilled_IsDoneByTheNextAtOnce()
    {
        var storage = await engine.NewStorage(Directory.CreateTempSubdirectory("merlon-killed-").FullName);
        var queue = await JobHost.StartIdle(storage, new Doing("test", (_, _) => throw new UnreachableException()));
        using var child = ChildProcess.Start("work", storage);
        var job = await queue.Until(await queue.Queue("test", wake: false), j => j.Status == JobStatus.Active && j.ProgressText == "endless");

        await child.KillHard();
        await queue.DisposeAsync();
        await using var next = await JobHost.Start(storage, new Doing("test", (_, _) => Task.FromResult(JobEnd.Done)));

        // The heartbeat would be waited for far longer (JobHost): that the process is gone is seen.
        (await next.Until(job, JobStatus.Completed)).Attempts.ShouldBe(2);
    }
}
