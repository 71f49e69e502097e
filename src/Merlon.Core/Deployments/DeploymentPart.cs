using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.SecuritySchemes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Deployments;

/// <summary>An application's deployments and their security schemes go and move with it.</summary>
internal sealed class DeploymentPart(MerlonDb db) : IApplicationPart
{
    public async Task Delete(Application application, TenantId tenant, CancellationToken ct)
    {
        await db.Of<SecurityScheme>(tenant).Where(s => s.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
        await db.Of<Deployment>(tenant).Where(d => d.ApplicationKey == application.Key).ExecuteDeleteAsync(ct);
    }

    public async Task Move(Application application, TenantId tenant, CancellationToken ct)
    {
        await db.Of<SecurityScheme>(tenant).Where(s => s.ApplicationKey == application.Key).ExecuteUpdateAsync(set => set.SetProperty(s => s.OrganizationKey, application.OrganizationKey), ct);
        await db.Of<Deployment>(tenant).Where(d => d.ApplicationKey == application.Key).ExecuteUpdateAsync(set => set.SetProperty(d => d.OrganizationKey, application.OrganizationKey), ct);
    }
}
