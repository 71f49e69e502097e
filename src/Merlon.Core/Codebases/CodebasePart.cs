using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Codebases;

/// <summary>An application's uploads go with it, and what its scans kept; the sweeper removes the blobs.</summary>
internal sealed class CodebasePart(MerlonDb db, ScanCaches caches) : IApplicationPart
{
    public async Task Delete(Application application, TenantId tenant, CancellationToken ct)
    {
        await db.Of<CodebaseUpload>(tenant).Where(u => u.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
        // Should the transaction fail, the next scan only takes longer.
        caches.Remove(application);
    }
}
