using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>Qwiet API, apps (docs/apis/qwiet.md).</summary>
static class AppRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/orgs/{org}/apps", List).Needs(Scope.ApplicationsList);
        api.Put("/orgs/{org}/apps", Create).Needs(Scope.ApplicationsCreate);
        api.Get("/orgs/{org}/apps/{app}", Read).Needs(Scope.ApplicationsRead);
        api.Post("/orgs/{org}/apps/{app}/labels", Label).Needs(Scope.ApplicationsUpdate);
    }

    static async Task<ApiResult<Answer<ImmutableArray<AppWire>>>> List(OrgId org, Applications applications, Caller caller, CancellationToken ct) =>
        ApiResults.Ok(Answer.Of(AppWire.From(await applications.All(Scope.ApplicationsList, caller, ct))));

    static Task<ApiResult<Answer<AppCreationWire>>> Create(OrgId org, Body<AppDraftWire[]> body, ApplicationBatch batch, Caller caller, CancellationToken ct) =>
        AppDraftWire.Read(body.Value).Then(drafts => batch.Create(drafts, caller, ct)).ToApi(made => Answer.Of(AppCreationWire.From(made, body.Value)));

    static Task<ApiResult<Answer<AppWire>>> Read(OrgId org, string app, Applications applications, Caller caller, CancellationToken ct) =>
        applications.Find(app, caller, ct).ToApi(a => Answer.Of(AppWire.From(a)));

    static Task<ApiResult<Answer<IEnumerable<string>>>> Label(OrgId org, string app, Body<LabelChangeWire> body, Applications applications, Caller caller, CancellationToken ct) =>
        applications.Find(app, caller, ct).Then(a => applications.Change(a, Scope.ApplicationsUpdate, caller, body.Value.Apply, ct)).ToApi(a => Answer.Of(ApplicationLabels.Of(a)));
}
