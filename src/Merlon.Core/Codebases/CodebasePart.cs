using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Codebases;

/// <summary>An application's uploads go with it; the sweeper removes their blobs.</summary>
internal sealed class CodebasePart(MerlonDb db) : IApplicationPart
{
    public Task Delete(Application application, TenantId tenant, CancellationToken ct) =>
        db.Of<CodebaseUpload>(tenant).Where(u => u.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
}
