using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Retention;

/// <summary>Events past their time.</summary>
internal sealed class OldEvents(MerlonDb db) : IRetained
{
    public string What => "events";

    public int Days(RetentionOptions options) => options.EventDays;

    public async Task<int> RemoveSome(TenantId tenant, DateTimeOffset before, CancellationToken ct)
    {
        var old = db.Of<Event>(tenant).Where(e => e.CreatedAt < before);
        var edge = await old.OrderBy(e => e.CreatedAt).ThenBy(e => e.Key).Skip(RetentionWork.BatchSize - 1).Select(e => (DateTimeOffset?)e.CreatedAt).FirstOrDefaultAsync(ct);
        return await (edge is { } to ? old.Where(e => e.CreatedAt <= to) : old).ExecuteDeleteAsync(ct);
    }
}
