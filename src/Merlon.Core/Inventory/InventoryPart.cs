using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Inventory;

/// <summary>An application's inventory and scanned files go with it.</summary>
internal sealed class InventoryPart(MerlonDb db) : IApplicationPart
{
    public async Task Delete(Application application, TenantId tenant, CancellationToken ct)
    {
        var scans = db.Of<Scan>(tenant).Where(s => s.ApplicationKey == application.Key).Select(s => s.Key);
        await db.Of<ScannedFileRow>(tenant).Where(f => scans.Contains(f.ScanKey)).ExecuteDeleteAsync(ct);
        await db.Of<InventoryItem>(tenant).Where(i => i.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
    }
}
