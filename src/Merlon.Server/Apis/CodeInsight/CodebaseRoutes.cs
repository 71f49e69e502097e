using Merlon.Analysis.Trees;
using Merlon.Core.Applications;
using Merlon.Core.Codebases;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>Code Insight API, uploads and scans (docs/apis/code-insight.md).</summary>
static class CodebaseRoutes
{
    public static void MapLegacy(ApiRoutes api)
    {
        api.Post("/project/uploadProjectCodebase", Upload).Needs(Scope.ScansCreate).WithMetadata(new RequestSizeLimitAttribute(Codebases.MaxBytes + 1));
        api.Post("/scanResource/projectScan/{id}", StartScan).Needs(Scope.ScansCreate);
        api.Get("/project/scanStatus/{task}", ScanStatus).Needs(Scope.JobsRead);
    }

    static Task<ApiResult<Content<string>>> Upload(
        string? projectId, bool? deleteExistingFileOnServer, string? expansionLevel, bool? deleteArchiveAfterExpand, string? archiveDirSuffix,
        HttpContext http, Applications applications, Codebases codebases, Caller caller, CancellationToken ct)
    {
        var draft = new UploadDraft
        {
            Replace = deleteExistingFileOnServer ?? false,
            Level = (ExpansionLevel)(int.TryParse(expansionLevel ?? "1", out var level) ? level : 0),
            DeleteArchives = deleteArchiveAfterExpand ?? false,
            FolderSuffix = archiveDirSuffix ?? "",
        };
        return Project(projectId, applications, caller, ct)
            .Then(a => codebases.Upload(a, draft, http.Request.Body, caller, ct))
            .ToApi(upload => new Content<string>($"File upload successful: {upload.Size} bytes, SHA-256 {upload.Digest}."));
    }

    static Task<ApiResult<Content<long>>> StartScan(NumberId id, bool? fullRescan, string? branch, Applications applications, CodeScanStarts starts, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct).OrInvalid("projectId", "No project has this id.")
            .Then(a => starts.Start(a, fullRescan ?? false, caller, ct, branch is { Length: > 0 } ? branch : null))
            .ToApi(job => new Content<long>(job.Key));

    static Task<ApiResult<Content<string>>> ScanStatus(NumberId task, Core.Jobs.Jobs jobs, Caller caller, CancellationToken ct) =>
        jobs.Find(task.Value, caller, ct).OrInvalid("taskId", "No task has this id.").ToApi(job => new Content<string>(JobWords.Lower(job.Status)));

    static Task<Outcome<Application>> Project(string? id, Applications applications, Caller caller, CancellationToken ct) =>
        long.TryParse(id, out var key)
            ? applications.Find(key, caller, ct).OrInvalid("projectId", "No project has this id.")
            : Task.FromResult<Outcome<Application>>(new Refusal.Invalid("projectId", "The query must carry projectId, a number.", CodeInsightDialect.BareMessage));
}
