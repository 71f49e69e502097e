using Merlon.Core.Applications;
using Merlon.Core.Findings;
using Merlon.Core.Findings.Secrets;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>Qwiet API, findings (docs/apis/qwiet.md).</summary>
static class FindingRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/orgs/{org}/apps/{app}/findings", OfApp).Needs(Scope.FindingsList).Asks(QueryReader.KeysOf(FindingQuery.Read));
        api.Get("/orgs/{org}/apps/{app}/findings/{finding}", Read).Needs(Scope.FindingsRead).Asks(QueryReader.KeysOf(FindingShape.Read));
        api.Get("/orgs/{org}/findings", OfOrg).Needs(Scope.FindingsList).Asks(QueryReader.KeysOf(FindingQuery.Read));
        api.Get("/orgs/{org}/findings/summary", Summary).Needs(Scope.FindingsSummary).Asks(QueryReader.KeysOf(SummaryQuery.Read));
    }

    static Task<ApiResult<Answer<FindingListWire>>> OfApp(OrgId org, string app, HttpRequest request, Applications applications, FindingPages pages, ServerOptions options, Caller caller, CancellationToken ct) =>
        FindingQuery.Read(request.Query).Then(query => applications.Find(app, caller, ct).Then(a => pages.OfApp(a, query, caller, ct)
            .ThenGet(page => Task.FromResult(Answer.Of(page.Wire, NextPage(request, options, query, page.Next)))))).ToApi(answer => answer);

    static Task<ApiResult<Answer<FindingListWire>>> OfOrg(OrgId org, HttpRequest request, FindingPages pages, ServerOptions options, Caller caller, CancellationToken ct) =>
        FindingQuery.Read(request.Query).Then(query => pages.OfOrg(query, caller, ct)
            .ThenGet(page => Task.FromResult(Answer.Of(page.Wire, NextPage(request, options, query, page.Next))))).ToApi(answer => answer);

    static Task<ApiResult<Answer<FindingWire>>> Read(OrgId org, string app, NumberId finding, HttpRequest request, Applications applications, Findings findings, SecretReveals reveals, Caller caller, CancellationToken ct) =>
        FindingShape.Read(request.Query).Then(shape => applications.Find(app, caller, ct).Then(a => findings.Find(a, finding.Value, caller, ct)
            .Then(found => shape.Reveal ? reveals.Reveal(a, found, caller, ct) : Task.FromResult<Outcome<FindingView>>(found))).ThenGet(found => Task.FromResult(FindingWire.From(found, shape)))).ToApi(wire => Answer.Of(wire));

    static Task<ApiResult<Answer<OrgSummaryWire>>> Summary(OrgId org, HttpRequest request, FindingPages pages, Caller caller, CancellationToken ct) =>
        SummaryQuery.Read(request.Query).Then(query => pages.Summary(query, caller, ct)).ToApi(summary => Answer.Of(summary));

    static string? NextPage(HttpRequest request, ServerOptions options, FindingQuery query, string? next) =>
        next is null ? null : PublicAddress.With(request, options, ("page", $"{query.Paging.Page + 1}"), (FindingQuery.AfterKey, next));
}
