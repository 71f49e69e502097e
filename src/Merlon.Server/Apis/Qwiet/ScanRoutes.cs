using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>Qwiet API, scans (docs/apis/qwiet.md).</summary>
static class ScanRoutes
{
    public static void Map(ApiRoutes api)
    {
        api.Get("/orgs/{org}/apps/{app}/scans", List).Needs(Scope.ScansRead).Asks(QueryReader.KeysOf(ScanQuery.Read));
        api.Get("/orgs/{org}/apps/{app}/scans/{scan}", Read).Needs(Scope.ScansRead);
    }

    static Task<ApiResult<Answer<ScanListWire>>> List(OrgId org, string app, HttpRequest request, Applications applications, ScanShapes shapes, Scans scans, Caller caller, CancellationToken ct) =>
        ScanQuery.Read(request.Query).Then(query => applications.Find(app, caller, ct)
            .Then(a => scans.Newest(a, query.Limit, query.Filter, caller, ct).ThenGet(found => shapes.Of(a, found, caller.Tenant, ct)))).ToApi(found => Answer.Of(new ScanListWire(found)));

    // An array of one: both editions of the document type it so.
    static Task<ApiResult<Answer<ImmutableArray<ScanWire>>>> Read(OrgId org, string app, NumberId scan, Applications applications, ScanShapes shapes, Scans scans, Caller caller, CancellationToken ct) =>
        applications.Find(app, caller, ct).Then(a => scans.FindEnded(a, scan.Value, caller, ct).ThenGet(found => shapes.Of(a, [found], caller.Tenant, ct))).ToApi(found => Answer.Of(found));
}

/// <summary>The query of a list of scans.</summary>
sealed record ScanQuery(int Limit, ScanFilter Filter)
{
    public static Task<Outcome<ScanQuery>> Read(IQueryCollection keys) => QueryReader.Read(keys, Read);

    public static ScanQuery Read(QueryReader reader) => new(reader.Number("limit", 10, 1, 50), new ScanFilter(reader.Pairs("tags")));
}
