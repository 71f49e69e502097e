using System.Security.Cryptography;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Hosting;

/// <summary>Gives an empty installation its first tenant and its user <c>admin</c>. Two servers that start at once make them once.</summary>
public sealed class FirstStart(MerlonDb db, IStorageEngine engine, Tenants tenants, Users users)
{
    /// <summary>The login of the first user.</summary>
    public const string AdminLogin = "admin";

    /// <summary>The first tenant, made when there is none: what the commands on a machine act in.</summary>
    public async Task<TenantId> Tenant(CancellationToken ct)
    {
        await using var held = await engine.Lock("first-start", ct);
        return await FirstTenant(ct);
    }

    /// <summary>Makes tenant and user when there are none. Returns the password when it was made up, to be printed once; else null.</summary>
    public async Task<string?> Prepare(string? adminPassword, CancellationToken ct)
    {
        await using var held = await engine.Lock("first-start", ct);
        var tenant = await FirstTenant(ct);
        var system = Caller.System(tenant);
        // A start that was killed between user and role is finished by the next one.
        if (await db.Of<RoleAssignment>(tenant).AnyAsync(ct)) return null;

        var password = adminPassword ?? RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20);
        if (!(await users.Find(AdminLogin, system, ct)).Succeeded(out var admin, out _))
            admin = (await users.Create(new UserDraft(AdminLogin) { Password = password, FirstName = "Admin", LastName = "BuiltIn" }, system, ct)).Value;
        else
            await users.ResetPassword(admin, password, system, ct);
        await users.Assign(admin, BuiltInRoles.Administrator.Id, RoleLevel.Tenant, tenant.Key, system, ct);
        return adminPassword is null ? password : null;
    }

    /// <summary>Whether there is a user who may do something.</summary>
    public Task<bool> Done(CancellationToken ct) => db.OfAllTenants<RoleAssignment>().AnyAsync(ct);

    private async Task<TenantId> FirstTenant(CancellationToken ct) => (await tenants.All(ct)) is [var first, ..] ? first : await tenants.Create(Tenants.DefaultName, ct);
}
