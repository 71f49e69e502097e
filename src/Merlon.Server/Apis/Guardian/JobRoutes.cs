using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Server.Apis.Guardian.Reading;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Guardian API, jobs about machines (docs/apis/guardian.md).</summary>
static class JobRoutes
{
    private const int NodeScanType = 11;
    private static readonly Refusal.NotFound NotFound = new("job");

    public static void Map(ApiRoutes api)
    {
        api.Get("/jobs", List).Needs(Scope.JobsRead);
        api.Post("/jobs", Create).Needs(Scope.NodesScan).Answers(StatusCodes.Status201Created);
        api.Get("/jobs/{id}", Show).Needs(Scope.JobsRead);
        api.Get("/jobs/{id}/tasks", ListTasks).Needs(Scope.JobsRead);
    }

    static async Task<ApiResult<JobWire[]>> List(Paging paging, Jobs jobs, Caller caller, CancellationToken ct)
    {
        var page = paging.Page();
        var found = await jobs.List(new JobFilter { SourceTypes = JobCodes.Sources, Skip = page.Skip, Take = page.Size }, caller, ct);
        return ApiResults.Ok<JobWire[]>([.. found.Select(JobWire.From)]);
    }

    static async Task<ApiResult<ScanStarted>> Create(int? type, [FromQuery(Name = "type_id")] long? target, NodeRegister nodes, NodeScans scans, Caller caller, CancellationToken ct) => type == NodeScanType && target is { } node
        ? await nodes.Find(node, caller, ct).Then(n => scans.Start(n, null, caller, ct)).ToApi(scan => new ScanStarted(scan.JobKey!.Value))
        : ApiResults.Refused<ScanStarted>(new Refusal.Invalid("type", $"Only node scans (type={NodeScanType}&type_id=NODE) are supported yet."));

    static Task<ApiResult<JobWire>> Show(NumberId id, Jobs jobs, Caller caller, CancellationToken ct) => Find(id, jobs, caller, ct).ToApi(JobWire.From);

    static Task<ApiResult<TaskWire[]>> ListTasks(NumberId id, string? status, Jobs jobs, Caller caller, CancellationToken ct) => status is { Length: > 0 } && NodeScanStatuses.Find(status) is null
        ? Task.FromResult(ApiResults.Refused<TaskWire[]>(new Refusal.Invalid("status", $"'{status}' is no task status.")))
        : Find(id, jobs, caller, ct).ThenGet(job => jobs.Tasks(job, caller, ct))
            .ToApi<IReadOnlyList<JobTask>, TaskWire[]>(tasks => [.. tasks.Select(TaskWire.From).Where(t => string.IsNullOrEmpty(status) || t.Status == (int)NodeScanStatuses.Find(status)!)]);

    private static async Task<Outcome<Job>> Find(NumberId id, Jobs jobs, Caller caller, CancellationToken ct)
    {
        var found = await jobs.Find(id.Value, caller, ct);
        return found.Succeeded(out var job, out _) && !JobCodes.Sources.Contains(job.SourceType) ? NotFound : found;
    }
}

/// <summary>A job as the API shows it.</summary>
sealed record JobWire(
    long Id, long OrganisationId, long? SourceId, string? SourceName, int SourceType, int Status, long? ScheduledJobId, string? DiffStats, string? Stats, long? UploadNodeId,
    DateTimeOffset CreatedAt, long? CreatedBy, DateTimeOffset UpdatedAt, long? UpdatedBy)
{
    public static JobWire From(Job job) => new(
        job.Key, job.TenantKey, job.SourceKey, job.SourceName, JobCodes.Of(job.SourceType), JobCodes.Of(job.Status), null, null, null, null,
        job.QueuedAt, job.RequestedByKey, job.UpdatedAt, job.RequestedByKey);
}

/// <summary>A task as the API shows it; <c>report</c> is a string that holds a JSON list of steps.</summary>
sealed record TaskWire(
    long Id, long JobId, long? NodeId, long? ConnectionManagerId, string? AgentName, string Label, string? Log, string? NodeSessionId, string? Payload, string? Report,
    int Sequence, int Status, string? StepDescription, Guid Uuid, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static TaskWire From(JobTask task) => new(
        task.Key, task.JobKey, task.NodeKey, null, null, task.Label, task.Log, null, null, task.Report,
        task.Sequence, JobCodes.Of(task.Status), task.Step, task.Id, task.CreatedAt, task.UpdatedAt);
}
