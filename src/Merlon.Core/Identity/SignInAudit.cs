using Merlon.Core.Events;
using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Identity;

/// <summary>Writes into the audit log who came in at the pages, who went, and whose login was tried in vain. A login that nobody has belongs to no tenant and leaves no row.</summary>
public sealed class SignInAudit(MerlonDb db, Journal journal, Tenants tenants)
{
    /// <summary>Somebody came in.</summary>
    public Task SignedIn(Caller caller, CancellationToken ct) => Note(caller, "Signed In", "done", ct);

    /// <summary>Somebody went.</summary>
    public Task SignedOut(Caller caller, CancellationToken ct) => Note(caller, "Signed Out", "done", ct);

    /// <summary>Somebody tried.</summary>
    /// <param name="locked">Whether it was not even looked at, after too many tries.</param>
    public async Task Refused(string login, bool locked, string? address, string? request, CancellationToken ct)
    {
        var folded = Columns.Fold(login);
        var user = await db.Shared<User>().AsNoTracking().SingleOrDefaultAsync(u => u.LoginFolded == folded, ct);
        if (user is null || await tenants.Find(user.HomeTenantKey, ct) is not { } tenant) return;
        await Note(Caller.System(tenant) with { Name = user.Login, User = user.Key, Address = address, Request = request }, "Signed In", locked ? "locked" : "refused", ct);
    }

    private async Task Note(Caller caller, string action, string outcome, CancellationToken ct)
    {
        await journal.Note(caller, action, "user", caller.Name, outcome, ct);
        await db.SaveChangesAsync(ct);
    }
}
