using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Triaging;

/// <summary>Opens findings again whose decision has expired.</summary>
public sealed class DecisionExpiry(MerlonDb db, FindingDecisions decisions, TimeProvider time) : IRecurringWork
{
    private const int AtOnce = 1000;

    public string Name => "decision-expiry";

    public JobLane Lane => JobLane.Light;

    public string? Cron => "0 */5 * * * ?";

    Task IRecurringWork.Run(CancellationToken ct) => Run(ct);

    /// <summary>Opens what is due, in all tenants. Returns how many findings were opened.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var opened = 0;
        while (true)
        {
            var now = time.GetUtcNow();
            var due = await db.OfAllTenants<FindingDecision>().AsNoTracking().Where(d => !d.Superseded && d.ExpiresAt != null && d.ExpiresAt <= now).OrderBy(d => d.ExpiresAt).Take(AtOnce).ToListAsync(ct);
            if (due.Count == 0) return opened;
            foreach (var group in due.GroupBy(d => (d.TenantKey, d.ApplicationKey))) await Open(new TenantId(group.Key.TenantKey, Guid.Empty), group.Key.ApplicationKey, [.. group.Select(d => d.FindingKey)], ct);
            opened += due.Count;
        }
    }

    private async Task Open(TenantId tenant, long applicationKey, long[] findings, CancellationToken ct)
    {
        var application = await db.Of<Application>(tenant).AsNoTracking().SingleOrDefaultAsync(a => a.Key == applicationKey, ct);
        var outcome = application is null ? default : await decisions.Judge(application, findings, new(FindingStatus.Unset, "The decision expired."), Caller.System(tenant), ct);
        // Whatever became of the findings, a decision is not due twice.
        if (application is null || outcome.Refusal is not null)
            await db.Of<FindingDecision>(tenant).Where(d => findings.Contains(d.FindingKey) && !d.Superseded).ExecuteUpdateAsync(d => d.SetProperty(x => x.Superseded, true), ct);
    }
}
