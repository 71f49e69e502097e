using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Quartz;

namespace Merlon.Core.Jobs.Running;

/// <summary>When recurring work was last done, so that a time of the clock that passed while the server was off is made up for.</summary>
public sealed class RecurringRun
{
    /// <summary>The work's.</summary>
    public required string Name { get; init; }
    public required DateTimeOffset At { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RecurringRun>
    {
        public void Configure(EntityTypeBuilder<RecurringRun> entity) => entity.ToTable("recurring_runs").HasKey(r => r.Name);
    }
}

/// <summary>Keeps when recurring work was done.</summary>
internal sealed class RecurringRuns(MerlonDb db, TimeProvider time)
{
    /// <summary>It was done just now.</summary>
    public async Task Note(string name, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (await db.Shared<RecurringRun>().Where(r => r.Name == name).ExecuteUpdateAsync(set => set.SetProperty(r => r.At, now), ct) > 0) return;
        db.Add(new RecurringRun { Name = name, At = now });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>True when it should have been done since it last was. Work that is new to this installation missed nothing.</summary>
    public async Task<bool> Missed(string name, string cron, CancellationToken ct)
    {
        if (await db.Shared<RecurringRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Name == name, ct) is { } last)
            return new CronExpression(cron, TimeZoneInfo.Utc).GetNextValidTimeAfter(last.At) <= time.GetUtcNow();
        await Note(name, ct);
        return false;
    }
}
