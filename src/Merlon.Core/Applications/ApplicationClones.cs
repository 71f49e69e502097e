using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Applications;

/// <summary>Makes an application like another: the same organization, categories, contact and settings, none of its scans.</summary>
public sealed class ApplicationClones(MerlonDb db, Applications applications)
{
    /// <summary>Clones under a new name; the public id is derived from it when null.</summary>
    public async Task<Outcome<Application>> Clone(Application source, string name, string? publicId, Caller caller, CancellationToken ct)
    {
        var organization = await db.Of<Organization>(caller.Tenant).SingleAsync(o => o.Key == source.OrganizationKey, ct);
        var categories = await db.Of<ApplicationTag>(caller.Tenant).Where(t => t.ApplicationKey == source.Key)
            .Join(db.Of<ApplicationCategory>(caller.Tenant), t => t.CategoryKey, c => c.Key, (_, c) => c.Id).ToListAsync(ct);
        return await applications.Create(new ApplicationDraft(name)
        {
            PublicId = publicId,
            Organization = organization.Id,
            Description = source.Description,
            Contact = source.Contact,
            Labels = source.Labels,
            Categories = [.. categories],
            Project = source.Project with { Status = new ProjectSettings().Status },
        }, caller, ct);
    }
}
