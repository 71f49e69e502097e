using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Inventory;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>Code Insight API, scanned files and evidence (docs/apis/code-insight.md).</summary>
static class FileRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/projects/{id}/allscannedfiles", Files).Needs(Scope.EvidenceRead);
        api.Get("/projects/{id}/evidences", Evidences).Needs(Scope.EvidenceRead);
    }

    static Task<IResult> Files(NumberId id, string? offset, string? limit, bool? includeMD5Hash, bool? includeSHA1Hash, HttpContext http, Applications applications, Inventories inventories, Caller caller, CancellationToken ct) =>
        Task.FromResult(PageQuery.Read(offset, limit))
            .Then(page => applications.Find(id.Value, caller, ct)
                .Then(a => inventories.Files(a, page.Skip, page.Size, caller, ct))
                .ThenGet(found => Task.FromResult(new Page<ScannedFileRow>(found.Files, found.Total, page))))
            .ToPage(http, file => ScannedFileWire.From(file, includeMD5Hash ?? false, includeSHA1Hash ?? false));

    static Task<ApiResult<Data<IAsyncEnumerable<EvidenceWire>>>> Evidences(NumberId id, Applications applications, Inventories inventories, Caller caller, CancellationToken ct) =>
        applications.Find(id.Value, caller, ct)
            .Then(a => Task.FromResult(inventories.WithEvidence(a, caller)))
            .ToApi(files => new Data<IAsyncEnumerable<EvidenceWire>>(files.Select(EvidenceWire.From)));
}
