using Merlon.Core.Jobs;
using Merlon.Core.Organizations;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Retention;

/// <summary>Removes what is past its time, nightly, in batches short enough that nobody waits for them.</summary>
internal sealed partial class RetentionWork(IEnumerable<IRetained> kinds, Tenants tenants, RetentionOptions options, TimeProvider time, ILogger<RetentionWork> log) : IRecurringWork
{
    /// <summary>Rows of one transaction, about.</summary>
    public const int BatchSize = 2000;

    public string Name => "retention";

    public JobLane Lane => JobLane.Light;

    public string? Cron => "0 17 2 * * ?";

    public async Task Run(CancellationToken ct)
    {
        foreach (var kind in kinds)
        {
            if (kind.Days(options) is not (> 0 and var days)) continue;
            var before = time.GetUtcNow().AddDays(-days);
            var removed = 0L;
            foreach (var tenant in await tenants.All(ct))
            {
                while (await kind.RemoveSome(tenant, before, ct) is > 0 and var some) removed += some;
            }
            if (removed > 0) Removed(removed, kind.What, days);
        }
    }

    [LoggerMessage(2401, LogLevel.Information, "{Count} {What} older than {Days} days were removed")]
    private partial void Removed(long count, string what, int days);
}
