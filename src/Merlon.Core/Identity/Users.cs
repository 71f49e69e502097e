using Merlon.Core.Events;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Identity;

/// <summary>What a new user is asked to be.</summary>
public sealed record UserDraft(string Login)
{
    /// <summary>In clear, on its way to the slow hash; never logged. Null for a user who signs in elsewhere.</summary>
    public string? Password { get; init; }
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string Email { get; init; } = "";

    /// <summary>Leaves the password out.</summary>
    public override string ToString() => $"UserDraft {{ {Login} }}";
}

/// <summary>What can be done with the users of a tenant.</summary>
public sealed class Users(MerlonDb db, IStorageEngine engine, Keys keys, Journal journal, TimeProvider time)
{
    /// <summary>Shortest password accepted.</summary>
    public const int MinPassword = 8;

    /// <summary>The users who belong to the tenant.</summary>
    public IQueryable<User> Of(TenantId tenant) =>
        db.Shared<User>().Where(u => db.Of<TenantMember>(tenant).Any(m => m.UserKey == u.Key));

    /// <summary>The tenant's user with this login, compared folded.</summary>
    public async Task<Outcome<User>> Find(string login, Caller caller, CancellationToken ct)
    {
        var folded = Columns.Fold(login);
        return await Of(caller.Tenant).SingleOrDefaultAsync(u => u.LoginFolded == folded, ct) is { } user ? user : new Refusal.NotFound("user");
    }

    /// <summary>Makes a user whose home is the caller's tenant.</summary>
    public async Task<Outcome<User>> Create(UserDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.UsersUpdate)) return new Refusal.Forbidden(Scope.UsersUpdate);
        if (string.IsNullOrWhiteSpace(draft.Login) || draft.Login.Length > 200 || draft.Login.Contains(':', StringComparison.Ordinal) || draft.Login.Any(char.IsControl))
            return new Refusal.Invalid("username", "A login of 1 to 200 characters without a colon is required.");
        if (Authentication.LooksLikeKey(draft.Login)) return new Refusal.Invalid("username", "A login must not look like a key (64 hex digits).");
        if (draft.Password is { Length: < MinPassword }) return new Refusal.Invalid("password", $"A password has at least {MinPassword} characters.");

        var user = new User
        {
            Key = await keys.Next<User>(ct),
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Login = draft.Login,
            LoginFolded = Columns.Fold(draft.Login),
            PasswordHash = draft.Password is { } password ? Authentication.Hash(password) : null,
            FirstName = draft.FirstName,
            LastName = draft.LastName,
            Email = draft.Email,
            HomeTenantKey = caller.Tenant.Key,
            Stamp = Guid.CreateVersion7(time.GetUtcNow()),
            CreatedAt = time.GetUtcNow(),
        };
        db.AddRange(user, new TenantMember { TenantKey = caller.Tenant.Key, UserKey = user.Key });
        await journal.Tell(caller, new Happening("User Created", "user", user.Login).With("user", user.Login), ct);
        return await db.TryCommit(engine, ct) == Commit.Done ? user : new Refusal.Conflict("ALREADY_EXISTS", $"The login '{draft.Login}' is taken.");
    }

    /// <summary>Sets a new password and ends every session and remembered sign-in of the user.</summary>
    public async Task<Outcome<Done>> ResetPassword(User user, string password, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.UsersUpdate) && caller.User != user.Key) return new Refusal.Forbidden(Scope.UsersUpdate);
        if (password.Length < MinPassword) return new Refusal.Invalid("password", $"A password has at least {MinPassword} characters.");
        (user.PasswordHash, user.Stamp) = (Authentication.Hash(password), Guid.CreateVersion7(time.GetUtcNow()));
        await journal.Tell(caller, new Happening("User Password Reset", "user", user.Login).With("user", user.Login), ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    /// <summary>Lets a user in no longer, or again; sessions end.</summary>
    public async Task<Outcome<Done>> SetDisabled(User user, bool disabled, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.UsersUpdate)) return new Refusal.Forbidden(Scope.UsersUpdate);
        (user.Disabled, user.Stamp) = (disabled, Guid.CreateVersion7(time.GetUtcNow()));
        await journal.Tell(caller, new Happening(disabled ? "User Disabled" : "User Enabled", "user", user.Login).With("user", user.Login), ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    /// <summary>Gives a role to a user on one level of the tenant; giving it twice changes nothing.</summary>
    public async Task<Outcome<Done>> Assign(User user, Guid role, RoleLevel level, long resource, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.AccessWrite)) return new Refusal.Forbidden(Scope.AccessWrite);
        if (BuiltInRoles.Find(role) is null) return new Refusal.NotFound("role");
        db.Add(new RoleAssignment
        {
            TenantKey = caller.Tenant.Key,
            Key = await keys.Next<RoleAssignment>(ct),
            RoleId = role,
            MemberKind = MemberKind.User,
            Member = user.LoginFolded,
            MemberName = user.Login,
            Level = level,
            ResourceKey = resource,
        });
        await journal.Tell(caller, new Happening("Role Assigned", "user", user.Login).With("user", user.Login).With("role", BuiltInRoles.Find(role)!.Name), ct);
        await db.TryCommit(engine, ct);
        return Done.It;
    }
}
