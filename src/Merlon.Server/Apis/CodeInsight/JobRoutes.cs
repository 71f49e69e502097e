using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>Code Insight API, jobs (docs/apis/code-insight.md).</summary>
static class JobRoutes
{
    public static void Map(ApiRoutes api) => api.Get("/jobs/{id}", Read).Needs(Scope.JobsRead);

    static Task<ApiResult<JobWire>> Read(NumberId id, Core.Jobs.Jobs jobs, Caller caller, CancellationToken ct) => jobs.Find(id.Value, caller, ct).ToApi(JobWire.From);
}

/// <summary>A job, bare.</summary>
sealed record JobWire(
    long Id, string JobType, JobProjectWire? Project, string Status, JobUserWire TriggeredBy, DateTimeOffset QueuedOn, DateTimeOffset? ActivatedOn, DateTimeOffset? CompletedOn, string JobDetails, string? Error)
{
    public static JobWire From(Job job) => new(
        job.Key, JobWords.Type(job), job.ApplicationKey is { } key ? new(key, job.SourceName ?? "") : null, JobWords.Display(job.Status), new(job.RequestedByKey, job.RequestedBy),
        job.QueuedAt, job.ActivatedAt, job.CompletedAt, job.ProgressText ?? "", job.Error);
}

/// <summary>The project of a job.</summary>
sealed record JobProjectWire(long Id, string Name);

/// <summary>Who asked for a job.</summary>
sealed record JobUserWire(long? Id, string User);

/// <summary>How this document says what a job is and where it stands.</summary>
static class JobWords
{
    public static string Display(JobStatus status) => status == JobStatus.Waiting ? "Waiting on update" : status.ToString();

    public static string Lower(JobStatus status) => Display(status).ToLowerInvariant();

    public static string Type(Job job) => job.Kind == "code-scan" ? "Project Scan" : job.Kind;
}
