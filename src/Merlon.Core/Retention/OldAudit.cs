using Merlon.Core.Audit;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Retention;

/// <summary>Audit rows past their time; the only thing that ever removes any.</summary>
internal sealed class OldAudit(MerlonDb db) : IRetained
{
    public string What => "audit rows";

    public int Days(RetentionOptions options) => options.AuditDays;

    public async Task<int> RemoveSome(TenantId tenant, DateTimeOffset before, CancellationToken ct)
    {
        var old = db.Of<AuditEntry>(tenant).Where(a => a.At < before);
        var edge = await old.OrderBy(a => a.At).ThenBy(a => a.Key).Skip(RetentionWork.BatchSize - 1).Select(a => (DateTimeOffset?)a.At).FirstOrDefaultAsync(ct);
        return await (edge is { } to ? old.Where(a => a.At <= to) : old).ExecuteDeleteAsync(ct);
    }
}
