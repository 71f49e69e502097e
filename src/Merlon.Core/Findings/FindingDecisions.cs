using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Findings.Triaging;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings;

/// <summary>What a person says of findings.</summary>
/// <param name="Reason">In the person's words.</param>
/// <param name="ExpiresAt">When the findings become open again; null for never.</param>
public sealed record Judgement(FindingStatus Status, string? Reason = null, DateTimeOffset? ExpiresAt = null);

/// <summary>What people decide about findings: status with reason and expiry, and who looks after them. All of a call or nothing.</summary>
public sealed class FindingDecisions
{
    /// <summary>Most findings that one call may change.</summary>
    public const int MaxAtOnce = 10_000;

    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReason = 10_000;

    private readonly Users _users;
    private readonly TriageWriter _writer;
    private readonly TimeProvider _time;

    /// <summary>Made by the container.</summary>
    public FindingDecisions(MerlonDb db, Users users, FindingProfiles profiles, Lists.FindingListWriterFactory lists, Keys keys, Journal journal, TimeProvider time) =>
        (_users, _writer, _time) = (users, new TriageWriter(db, profiles, lists.Create(), keys, journal, time), time);

    /// <summary>Sets the status of findings. Needs the scope for any status, or the one for this status.</summary>
    public async Task<Outcome<Done>> Judge(Application application, IReadOnlyCollection<long> findings, Judgement judgement, Caller caller, CancellationToken ct)
    {
        var needed = Needed(judgement.Status);
        if (!caller.May(Scope.FindingStatusUpdate, application) && !Array.Exists(needed, scope => caller.May(scope, application))) return new Refusal.Forbidden(needed[0]);
        if (judgement.Reason is { Length: > MaxReason }) return new Refusal.Invalid("optional_comment", $"At most {MaxReason} characters are allowed.");
        if (judgement.ExpiresAt <= _time.GetUtcNow()) return new Refusal.Invalid("expires_at", "The expiry must lie in the future.");
        if (TooMany(findings) is { } refusal) return refusal;
        return await _writer.Change(application, findings, new TriageChange(Status: judgement.Status, Judgement: judgement), caller, ct);
    }

    /// <summary>Gives findings to somebody to look after; null or empty for nobody. The text is the e-mail address or login of a user of the tenant.</summary>
    public async Task<Outcome<Done>> Assign(Application application, IReadOnlyCollection<long> findings, string? assignee, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.FindingAssignUpdate, application)) return new Refusal.Forbidden(Scope.FindingAssignUpdate);
        if (TooMany(findings) is { } refusal) return refusal;
        var name = "";
        if (!string.IsNullOrWhiteSpace(assignee))
        {
            if (await Find(assignee.Trim(), caller.Tenant, ct) is not { } user) return new Refusal.Invalid("assignee", $"No user of the organization has the e-mail address or login '{assignee}'.");
            name = user.Email.Length > 0 ? user.Email : user.Login;
        }
        return await _writer.Change(application, findings, new TriageChange(Assignee: name), caller, ct);
    }

    private async Task<User?> Find(string text, TenantId tenant, CancellationToken ct)
    {
        var folded = Columns.Fold(text);
        return await _users.Of(tenant).AsNoTracking().FirstOrDefaultAsync(u => u.LoginFolded == folded || u.Email.ToLower() == folded, ct);
    }

    private static Refusal? TooMany(IReadOnlyCollection<long> findings) => findings.Count switch
    {
        0 => new Refusal.Invalid("findings", "At least one finding is required."),
        > MaxAtOnce => new Refusal.OverLimit("findings in one call", MaxAtOnce, findings.Count),
        _ => null,
    };

    private static Scope[] Needed(FindingStatus status) => status switch
    {
        FindingStatus.Fixed => [Scope.FindingFixedUpdate],
        FindingStatus.Ignored => [Scope.FindingIgnoreUpdate],
        _ => [Scope.FindingStatusUpdate, Scope.FindingFixedUpdate, Scope.FindingIgnoreUpdate],
    };
}
