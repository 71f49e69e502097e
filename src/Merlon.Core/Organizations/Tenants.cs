using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Organizations;

/// <summary>Making and finding tenants. A new one comes with what clients of the documents expect to find on a fresh server.</summary>
public sealed class Tenants(MerlonDb db, Keys keys, TimeProvider time)
{
    /// <summary>The name of a tenant's root where nobody chose another.</summary>
    public const string DefaultName = "Root Organization";

    private static readonly (string Name, string Color, string Description)[] Categories =
    [
        ("Distributed", "yellow", "Applications that are provided for use outside the company"),
        ("Hosted", "light-purple", "Applications that are hosted such as services or software as a service."),
        ("Internal", "dark-green", "Applications that are used only by your employees"),
    ];

    /// <summary>The tenant with this Guid, or null.</summary>
    public async Task<TenantId?> Find(Guid id, CancellationToken ct) =>
        await db.OfAllTenants<Organization>().Where(o => o.Id == id && o.ParentKey == null).Select(o => (long?)o.Key).SingleOrDefaultAsync(ct) is { } key ? new(key, id) : null;

    /// <summary>The tenant with this number, or null.</summary>
    public async Task<TenantId?> Find(long number, CancellationToken ct) =>
        await SignInQueries.Of(db).Tenant(db, number, ct) is { } id ? new(number, id) : null;

    /// <summary>All tenants, oldest first.</summary>
    public async Task<IReadOnlyList<TenantId>> All(CancellationToken ct) =>
        [.. (await db.OfAllTenants<Organization>().Where(o => o.ParentKey == null).OrderBy(o => o.Key).Select(o => new { o.Key, o.Id }).ToListAsync(ct)).Select(o => new TenantId(o.Key, o.Id))];

    /// <summary>The root organizations of all tenants, oldest first.</summary>
    public async Task<IReadOnlyList<Organization>> Roots(CancellationToken ct) =>
        await db.OfAllTenants<Organization>().AsNoTracking().Where(o => o.ParentKey == null).OrderBy(o => o.Key).ToListAsync(ct);

    /// <summary>The root organization of a tenant.</summary>
    public Task<Organization> Root(TenantId tenant, CancellationToken ct) => db.Of<Organization>(tenant).AsNoTracking().SingleAsync(o => o.ParentKey == null, ct);

    /// <summary>Makes a further tenant, whose name no other tenant may have.</summary>
    public async Task<Outcome<TenantId>> Add(string name, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > ApplicationRules.MaxLength) return new Refusal.Invalid("name", $"A name of 1 to {ApplicationRules.MaxLength} characters is required.");
        var folded = Columns.Fold(name);
        if (await db.OfAllTenants<Organization>().AnyAsync(o => o.ParentKey == null && o.NameFolded == folded, ct)) return new Refusal.Conflict("name", $"The name '{name}' is taken by another tenant.");
        return await Create(name, ct);
    }

    /// <summary>Makes a tenant: root, sandbox, the three categories and the default environment, in one transaction with whatever else the context tracks.</summary>
    public async Task<TenantId> Create(string name, CancellationToken ct)
    {
        var tenant = new TenantId(await keys.Next<Organization>(ct), Guid.CreateVersion7(time.GetUtcNow()));
        db.Add(New(tenant, tenant.Key, tenant.Id, null, name));
        db.Add(New(tenant, await keys.Next<Organization>(ct), Guid.CreateVersion7(time.GetUtcNow()), tenant.Key, Organization.SandboxName));
        foreach (var (category, color, description) in Categories)
        {
            db.Add(new ApplicationCategory
            {
                TenantKey = tenant.Key,
                Key = await keys.Next<ApplicationCategory>(ct),
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                OrganizationKey = tenant.Key,
                Name = category,
                NameFolded = Columns.Fold(category),
                Description = description,
                Color = color,
            });
        }
        db.Add(await DefaultEnvironment(tenant, ct));
        await db.SaveChangesAsync(ct);
        return tenant;
    }

    private async Task<Environments.Environment> DefaultEnvironment(TenantId tenant, CancellationToken ct) => new()
    {
        TenantKey = tenant.Key,
        Key = await keys.Next<Environments.Environment>(ct),
        Name = Environments.Environment.DefaultName,
        NameFolded = Columns.Fold(Environments.Environment.DefaultName),
        IsDefault = true,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };

    private Organization New(TenantId tenant, long key, Guid id, long? parent, string name) => new()
    {
        TenantKey = tenant.Key,
        Key = key,
        Id = id,
        ParentKey = parent,
        Name = name,
        NameFolded = Columns.Fold(name),
        CreatedAt = time.GetUtcNow(),
    };
}
