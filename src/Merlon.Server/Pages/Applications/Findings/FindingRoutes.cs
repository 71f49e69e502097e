using Merlon.Core.Findings;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Overviews;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>The findings of an application, one of them, and what a person decides about it.</summary>
static class FindingRoutes
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/applications/{publicId}", List).Needs(Scope.ApplicationsRead);
        pages.MapGet("/applications/{publicId}/findings/{key:long}", Read).Needs(Scope.FindingsRead);
        pages.MapPost("/applications/{publicId}/findings/{key:long}", Judge).Needs(Scope.FindingStatusUpdate).TakesForm();
    }

    static Task<IResult> List(string publicId, string? severity, string? type, string? status, string? q, string? sort, string? page, ApplicationOverviews overviews, Caller caller, CancellationToken ct)
    {
        var query = FindingQuery.Read(severity, type, status, q, sort, page);
        return Page<FindingsPage>.Of(overviews.Findings(publicId, query.Filter, query.Paging, caller, ct));
    }

    static Task<IResult> Read(string publicId, long key, ApplicationOverviews overviews, Caller caller, CancellationToken ct) =>
        Page<FindingPage>.Of(overviews.Finding(publicId, key, caller, ct));

    static Task<IResult> Judge(string publicId, long key, JudgementForm form, Core.Applications.Applications applications, FindingDecisions decisions, Caller caller, CancellationToken ct) =>
        Page<FindingPage>.Done(
            applications.Find(publicId, caller, ct).Then(application => decisions.Judge(application, [key], form.Judgement, caller, ct)),
            Address.OfFinding(publicId, key));
}
