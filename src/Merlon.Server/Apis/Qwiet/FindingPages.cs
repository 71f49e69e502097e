using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Findings;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>A page of findings, and where the next begins.</summary>
sealed record FindingPage(FindingListWire Wire, string? Next);

/// <summary>Answers the questions for lists of findings: which scan, which of its findings, and both shaped together.</summary>
sealed class FindingPages(Scans scans, Findings findings, ScanShapes shapes)
{
    /// <summary>The findings of one scan of an app; empty, without a scan, where there is none yet.</summary>
    public Task<Outcome<FindingPage>> OfApp(Application application, FindingQuery query, Caller caller, CancellationToken ct) =>
        scans.Choose(application, query.Scan, ct).Then(scan => scan is null ? None(application, caller) : OfScan(application, scan, query, caller, ct));

    /// <summary>The findings of all apps.</summary>
    public Task<Outcome<FindingPage>> OfOrg(FindingQuery query, Caller caller, CancellationToken ct) =>
        findings.OfTenant(query.Filter, query.Paging, new ScanFilter(query.Scan.Tags), caller, ct).ThenGet(listing => Task.FromResult(Page(listing, null, query)));

    /// <summary>What all apps hold, and each of them.</summary>
    public async Task<Outcome<OrgSummaryWire>> Summary(SummaryQuery query, Caller caller, CancellationToken ct)
    {
        var latest = await findings.Latest(query.Scans, caller, Scope.FindingsSummary, ct);
        var all = await findings.Overviews([.. latest.Values], caller.Tenant, [], ct);
        var asked = query.Types.IsEmpty ? all : await findings.Overviews([.. latest.Values], caller.Tenant, query.Types, ct);
        return OrgSummaryWire.From(latest, all, asked, caller.Tenant);
    }

    private Task<Outcome<FindingPage>> OfScan(Application application, Scan scan, FindingQuery query, Caller caller, CancellationToken ct) =>
        Against(application, scan, query, ct)
            .Then(against => findings.OfScan(application, scan, query.Filter, query.Paging, caller, ct, against))
            .ThenGet(async listing => Page(listing, await shapes.Of(application, scan, caller.Tenant, ct), query));

    private async Task<Outcome<FindingComparison?>> Against(Application application, Scan scan, FindingQuery query, CancellationToken ct) => query.Diff is { } diff
        ? (await scans.SourceOf(application, scan, query.Source, ct)).Map(source => (FindingComparison?)new FindingComparison(source, diff))
        : (FindingComparison?)null;

    private static Task<Outcome<FindingPage>> None(Application application, Caller caller) => Task.FromResult<Outcome<FindingPage>>(
        caller.May(Scope.FindingsList, application) ? new FindingPage(new(false, null, [], [], 0), null) : new Refusal.Forbidden(Scope.FindingsList));

    private static FindingPage Page(FindingListing listing, ScanWire? scan, FindingQuery query) => new(
        new(listing.Next is not null, scan, query.Paging.Size == 0 ? null : [.. listing.Findings.Select(f => FindingWire.From(f, query.Shape))], CountWire.From(listing.Counts), listing.Total),
        listing.Next?.ToString());
}

/// <summary>A list of findings. The counts are over all that match; <c>findings</c> is absent only where counts alone were asked for.</summary>
sealed record FindingListWire(bool HasMore, ScanWire? Scan, ImmutableArray<FindingWire>? Findings, ImmutableArray<CountWire> Counts, int TotalCount);

/// <summary>The summary of an organization.</summary>
sealed record OrgSummaryWire(ImmutableArray<SummaryWire> FindingsSummaries, ImmutableArray<AppSummaryWire> Apps)
{
    public static OrgSummaryWire From(IReadOnlyDictionary<Application, Scan> latest, IReadOnlyDictionary<long, FindingOverview> all, IReadOnlyDictionary<long, FindingOverview> asked, TenantId tenant) => new(
        SummaryWire.From(FindingOverview.Together(asked.Values)),
        [.. latest.Select(a => new AppSummaryWire(a.Key.PublicId, SummaryWire.From(asked.GetValueOrDefault(a.Value.Key, FindingOverview.Empty)), ScanShapes.From(a.Key, a.Value, all, tenant)))]);
}

/// <summary>The summary of one app in the organization's.</summary>
sealed record AppSummaryWire(string App, ImmutableArray<SummaryWire> FindingsSummaries, ScanWire Scan);
