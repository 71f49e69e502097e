using System.Security.Cryptography;
using System.Text;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Findings.Secrets;
using Merlon.Core.Jobs;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Codebases;

/// <summary>
/// Scans an application's uploaded code and publishes what the engine says. Runs twice without harm: a scan belongs to its job. One that is
/// canceled or whose worker dies stays unpublished, and the sweeper of scans clears it away.
/// </summary>
internal sealed class CodeScanJob(MerlonDb db, Scans.Scans scans, ScanPublisher publisher, Codebases codebases, CodebaseFiles files, ICodeEngine engine, SecretKeys secrets, ScanCaches caches) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string JobKind = "code-scan";

    public string Kind => JobKind;

    public JobLane Lane => JobLane.Processor;

    public async Task<JobEnd> Run(JobRun run, CancellationToken ct)
    {
        if (await db.Of<Application>(run.Tenant).SingleOrDefaultAsync(a => a.Key == run.Job.ApplicationKey, ct) is not { } application)
            return new JobEnd.Terminated("The application was deleted.");
        var uploads = await codebases.Of(application, ct);
        if (uploads.Count == 0) return new JobEnd.Failed("Nothing was uploaded yet.");

        var started = await scans.Start(application, new ScanDraft { JobKey = run.Job.Key, Branch = CodeScanPayload.Read(run.Job.Payload).Branch, Version = VersionOf(uploads) }, run.System, ct);
        if (started.Refusal is not null) return new JobEnd.Failed("The scan could not be started.");
        if (started.Value.Status == ScanStatus.Completed) return JobEnd.Done;
        return await Scan(run, application, started.Value, uploads, ct);
    }

    private async Task<JobEnd> Scan(JobRun run, Application application, Scan scan, IReadOnlyList<CodebaseUpload> uploads, CancellationToken ct)
    {
        using var scratch = files.NewScratch();
        try
        {
            await run.Progress(1, "Fetching the codebase");
            var archives = await files.Fetch(uploads, scratch, ct);
            await publisher.Stage(scan, engine.Scan(archives, new CodeScanOptions { CacheFolder = caches.FolderOf(application) }, await secrets.ForScan(run.Tenant, ct), scratch.Folder, new Told(run), ct), ct);
            await run.Progress(95, "Publishing");
            if (await publisher.Publish(application, scan, run, ct) is null) return new JobEnd.TryAgain("The job was canceled or taken over before its result was kept.");
            await Advance(application, ct);
            return JobEnd.Done;
        }
        catch (EngineFailedException failed)
        {
            await publisher.Abandon(application, scan, ScanStatus.Failed, failed.Message, run.System, CancellationToken.None);
            return new JobEnd.Failed(failed.Message);
        }
        finally
        {
            caches.Bound(application);
        }
    }

    // The document moves a project on by itself after its first scan; a status that a person chose stays.
    private async Task Advance(Application application, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var row = await db.Of<Application>(new(application.TenantKey, default)).SingleAsync(a => a.Key == application.Key, ct);
        if (row.Project.Status != new ProjectSettings().Status) return;
        row.Project = row.Project with { Status = "Analysis In Progress" };
        await db.SaveChangesAsync(ct);
    }

    // The digest of one upload, or of all of them in order.
    private static string VersionOf(IReadOnlyList<CodebaseUpload> uploads) => uploads.Count == 1
        ? uploads[0].Digest
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', uploads.Select(u => u.Digest)))));

    private sealed class Told(JobRun run) : IProgress<CodeScanProgress>
    {
        public void Report(CodeScanProgress value) => _ = run.Progress(Math.Clamp(value.Total == 0 ? 5 : (int)(5 + (90 * value.Done / value.Total)), 1, 95), value.Stage);
    }
}
