using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;
using Merlon.Core.Storage;

namespace Merlon.Core.Codebases;

/// <summary>Queues scans of uploaded code, one at a time for an application.</summary>
public sealed class CodeScanStarts(MerlonDb db, Jobs.Jobs jobs, Codebases codebases, Journal journal)
{
    /// <summary>Code of the conflict when the application is queued or being scanned already.</summary>
    public const string InProgress = "SCAN_IN_PROGRESS";

    /// <summary>Queues a scan of everything that was uploaded, on a branch or the application's default one.</summary>
    public async Task<Outcome<Job>> Start(Application application, bool full, Caller caller, CancellationToken ct, string? branch = null)
    {
        if (!caller.May(Scope.ScansCreate, application)) return new Refusal.Forbidden(Scope.ScansCreate);
        if (branch is not null && ScanRules.Check(new ScanDraft { Branch = branch }) is { Length: > 0 } wrong) return new Refusal.Invalid(wrong);
        if ((await codebases.Of(application, ct)).Count == 0) return new Refusal.Invalid("projectId", "Nothing was uploaded yet: upload a codebase first.");
        if (await Open(application, caller, ct) is { } open) return new Refusal.Conflict(InProgress, $"The application is queued or being scanned already (task ID: {open.Key}).");

        var job = await jobs.Queue(new JobDraft(CodeScanJob.JobKind, JobSource.Application, application.Key) { ApplicationKey = application.Key, SourceName = application.Name, Payload = CodeScanPayload.Write(full, branch) }, caller, ct);
        await journal.Tell(caller, new Happening("Scan Queued", "application", application.PublicId) { ApplicationKey = application.Key }.With("application", application.Name).With("job_id", job.Key.ToString()), ct);
        await db.SaveChangesAsync(ct);
        jobs.Wake(job);
        return job;
    }

    private async Task<Job?> Open(Application application, Caller caller, CancellationToken ct) =>
        (await jobs.List(new JobFilter { Kind = CodeScanJob.JobKind, ApplicationKey = application.Key, Statuses = [JobStatus.New, JobStatus.Scheduled, JobStatus.Active, JobStatus.Waiting], Take = 1 }, Caller.System(caller.Tenant), ct)) is [var open, ..] ? open : null;
}
