using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Merlon.Core.Findings.Triaging;

/// <summary>What of a triage is to change; what is null stays.</summary>
internal sealed record TriageChange(FindingStatus? Status = null, string? Assignee = null, Judgement? Judgement = null)
{
    public (FindingStatus Status, string Assignee) Apply(FindingTriage triage) => (Status ?? triage.Status, Assignee ?? triage.Assignee);
}

/// <summary>Changes the triage of findings: rows, lists, counts, decisions, event and audit row in one transaction.</summary>
internal sealed class TriageWriter(MerlonDb db, FindingProfiles profiles, FindingListWriter lists, Keys keys, Journal journal, TimeProvider time)
{
    private const int KeysAtOnce = 1000;
    private const int NamedInEvents = 50;
    private static readonly Refusal.NotFound NotFound = new("finding");

    /// <summary>Applies the change to all of the findings, or, when one of them is not the application's, to none.</summary>
    public async Task<Outcome<Done>> Change(Application application, IReadOnlyCollection<long> findings, TriageChange change, Caller caller, CancellationToken ct)
    {
        var wanted = findings.Distinct().ToArray();
        var firstDecision = change.Judgement is null ? 0 : await keys.Range<FindingDecision>(wanted.Length, ct);
        var targets = new Dictionary<long, long>();
        while (true)
        {
            var before = await Read(application, wanted, ct);
            if (before.Count < wanted.Length) return NotFound;
            await Resolve(targets, before.Values, change, caller.Tenant, ct);
            db.ChangeTracker.Clear();
            await journal.Tell(caller, Told(application, wanted, change), ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await lists.Lock(caller.Tenant.Key, transaction.GetDbTransaction(), ct);
            // Under the lock nobody else changes them; if somebody did before it, what they are to become is looked up once more.
            var now = await Read(application, wanted, ct);
            if (now.Values.Any(triage => !targets.ContainsKey(triage))) continue;
            await Write(application, now, targets, caller.Tenant, ct);
            if (change.Judgement is { } judgement) await Decide(application, wanted, firstDecision, judgement, caller, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return Done.It;
        }
    }

    private async Task<Dictionary<long, long>> Read(Application application, long[] wanted, CancellationToken ct)
    {
        var found = new Dictionary<long, long>();
        foreach (var chunk in wanted.Chunk(KeysAtOnce))
        {
            foreach (var row in await db.Of<Finding>(application.Tenant()).Where(f => f.ApplicationKey == application.Key && chunk.Contains(f.Key)).Select(f => new { f.Key, f.TriageKey }).ToListAsync(ct))
                found[row.Key] = row.TriageKey;
        }
        return found;
    }

    private async Task Resolve(Dictionary<long, long> targets, IEnumerable<long> triageKeys, TriageChange change, TenantId tenant, CancellationToken ct)
    {
        var missing = triageKeys.Distinct().Where(key => !targets.ContainsKey(key)).ToList();
        var triageOf = await profiles.Triages(tenant, missing, ct);
        foreach (var key in missing)
        {
            var (status, assignee) = change.Apply(triageOf(key));
            targets[key] = await profiles.Keep(tenant, status, assignee, ct);
        }
    }

    private async Task Write(Application application, Dictionary<long, long> now, Dictionary<long, long> targets, TenantId tenant, CancellationToken ct)
    {
        var changed = now.Where(f => targets[f.Value] != f.Value).ToDictionary(f => f.Key, f => targets[f.Value]);
        foreach (var target in changed.GroupBy(f => f.Value, f => f.Key))
        {
            foreach (var chunk in target.Chunk(KeysAtOnce))
                await db.Of<Finding>(tenant).Where(f => chunk.Contains(f.Key)).ExecuteUpdateAsync(f => f.SetProperty(x => x.TriageKey, target.Key), ct);
        }
        if (changed.Count > 0) await lists.ChangeTriage(tenant, application.Key, changed, ct);
    }

    private async Task Decide(Application application, long[] findings, long firstKey, Judgement judgement, Caller caller, CancellationToken ct)
    {
        foreach (var chunk in findings.Chunk(KeysAtOnce))
            await db.Of<FindingDecision>(caller.Tenant).Where(d => chunk.Contains(d.FindingKey) && !d.Superseded).ExecuteUpdateAsync(d => d.SetProperty(x => x.Superseded, true), ct);
        db.AddRange(findings.Select((finding, place) => new FindingDecision
        {
            TenantKey = application.TenantKey,
            Key = firstKey + place,
            ApplicationKey = application.Key,
            FindingKey = finding,
            Status = judgement.Status,
            Reason = string.IsNullOrWhiteSpace(judgement.Reason) ? null : judgement.Reason,
            Actor = caller.Name,
            At = time.GetUtcNow(),
            ExpiresAt = judgement.ExpiresAt,
        }));
    }

    private static Happening Told(Application application, long[] findings, TriageChange change) =>
        new Happening(change.Status is null ? "Finding Assigned" : "Finding Status Changed", "finding", $"{application.PublicId}/{string.Join(',', findings.Take(NamedInEvents))}") { ApplicationKey = application.Key }
            .With("application", application.Name)
            .With("findings", $"{findings.Length}")
            .With("status", change.Status is { } status ? FindingWords.Status(status) : null)
            .With("assignee", change.Assignee)
            .With("reason", change.Judgement?.Reason is { Length: > 0 } reason ? reason : null);
}
