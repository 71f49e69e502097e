using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Findings;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>Qwiet API, what people decide about findings (docs/apis/qwiet.md).</summary>
static class TriageRoutes
{
    public static void Map(ApiRoutes api)
    {
        Scope[] anyStatus = [Scope.FindingStatusUpdate, Scope.FindingFixedUpdate, Scope.FindingIgnoreUpdate];
        api.Put("/orgs/{org}/apps/{app}/findings/{finding}/status", Judge).Needs(anyStatus);
        api.Put("/orgs/{org}/apps/{app}/findings/{finding}/assignment", Assign).Needs(Scope.FindingAssignUpdate);
        api.Put("/orgs/{org}/apps/{app}/findings_status", JudgeMany).Needs(anyStatus);
        api.Put("/orgs/{org}/apps/{app}/findings_assignment", AssignMany).Needs(Scope.FindingAssignUpdate);
    }

    static Task<ApiResult<Answer>> Judge(OrgId org, string app, NumberId finding, Body<JudgementWire> body, Applications applications, FindingDecisions decisions, Caller caller, CancellationToken ct) =>
        body.Value.Read().Then(judgement => applications.Find(app, caller, ct).Then(a => decisions.Judge(a, [finding.Value], judgement, caller, ct))).ToApi(Answer.Done);

    static Task<ApiResult<Answer>> Assign(OrgId org, string app, NumberId finding, Body<AssignmentWire> body, Applications applications, FindingDecisions decisions, Caller caller, CancellationToken ct) =>
        applications.Find(app, caller, ct).Then(a => decisions.Assign(a, [finding.Value], body.Value.Assignee, caller, ct)).ToApi(Answer.Done);

    static Task<ApiResult<Answer>> JudgeMany(OrgId org, string app, Body<JudgementsWire> body, Applications applications, FindingDecisions decisions, Caller caller, CancellationToken ct) =>
        body.Value.Read().Then(judgement => applications.Find(app, caller, ct).Then(a => decisions.Judge(a, body.Value.Findings ?? [], judgement, caller, ct))).ToApi(Answer.Done);

    static Task<ApiResult<Answer>> AssignMany(OrgId org, string app, Body<AssignmentsWire> body, Applications applications, FindingDecisions decisions, Caller caller, CancellationToken ct) =>
        applications.Find(app, caller, ct).Then(a => decisions.Assign(a, body.Value.Findings ?? [], body.Value.Assignee, caller, ct)).ToApi(Answer.Done);
}

/// <summary>A status for one finding; blank takes the status away.</summary>
record JudgementWire(string? Status, string? OptionalComment)
{
    /// <summary>The status in the words in which it is written: <c>ignore</c>, not <c>ignored</c>.</summary>
    public Task<Outcome<Judgement>> Read()
    {
        FindingStatus? status = Status?.ToLowerInvariant() switch
        {
            null or "" or "codeviolationremovestatus" => FindingStatus.Unset,
            "fixed" or "codeviolationfixed" => FindingStatus.Fixed,
            "ignore" or "codeviolationignore" => FindingStatus.Ignored,
            _ => null,
        };
        return Task.FromResult(status is { } read
            ? new Judgement(read, OptionalComment)
            : (Outcome<Judgement>)new Refusal.Invalid("status", $"'{Status}' is not one of fixed, ignore, codeviolationfixed, codeviolationignore, codeviolationremovestatus."));
    }
}

/// <summary>A status for several findings.</summary>
sealed record JudgementsWire(ImmutableArray<long>? Findings, string? Status, string? OptionalComment) : JudgementWire(Status, OptionalComment);

/// <summary>An assignee for one finding; blank takes the assignee away.</summary>
sealed record AssignmentWire(string? Assignee);

/// <summary>An assignee for several findings.</summary>
sealed record AssignmentsWire(ImmutableArray<long>? Findings, string? Assignee);
