using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Merlon.Core.Identity;

/// <summary>How a request ended up being, or not being, somebody.</summary>
public abstract record SignIn
{
    private SignIn() { }

    /// <summary>Known, with what they may do.</summary>
    public sealed record Known(Caller Caller) : SignIn;

    /// <summary>Unknown credentials, revoked, expired, disabled, or not good for this API: from outside all the same.</summary>
    public sealed record Unknown : SignIn;

    /// <summary>Too many failures of this login from this address; not even looked at.</summary>
    public sealed record Locked(TimeSpan Remaining) : SignIn;
}

/// <summary>Turns credentials into a <see cref="Caller"/>.</summary>
public sealed class Authentication(MerlonDb db, Tenants tenants, Grants grants, RememberedSignIns remembered, TimeProvider time)
{
    private const int FailuresAllowed = 10;
    private const int LongestLogin = 200;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromMinutes(1);
    private static readonly SignIn.Unknown Unknown = new();
    private static readonly PasswordHasher<User> Passwords = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // What an unknown login is checked against, so that it takes as long as a known one.
    private static readonly Lazy<string> Nobody = new(() => Passwords.HashPassword(null!, RandomNumberGenerator.GetHexString(32)));

    /// <summary>The slow hash of a password.</summary>
    public static string Hash(string password) => Passwords.HashPassword(null!, password);

    /// <summary>A bearer token. Only the record's id is taken from it; the record's digest of the whole decides.</summary>
    public async Task<SignIn> Bearer(string bearer, ApiName api, CancellationToken ct)
    {
        if (bearer.Length > 4096 || TokenId(bearer) is not { } id) return Unknown;
        var token = await SignInQueries.Of(db).Token(db, id, ct);
        return token?.BearerDigest is { } digest && Same(digest, Tokens.Digest(bearer)) ? await Use(token, api, ct) : Unknown;
    }

    /// <summary>A key pair, in the <c>Token token=</c> form or as Basic user and password.</summary>
    public async Task<SignIn> KeyPair(string apiKey, string secret, ApiName api, CancellationToken ct)
    {
        var token = await db.OfAllTenants<AccessToken>().SingleOrDefaultAsync(t => t.ApiKey == apiKey, ct);
        return token?.SecretDigest is { } digest && Same(digest, Tokens.Digest(secret)) ? await Use(token, api, ct) : Unknown;
    }

    /// <summary>A login and its password; acts in the user's home tenant.</summary>
    public async Task<SignIn> Password(string login, string password, string address, CancellationToken ct)
    {
        // Nobody's login: it is neither looked for nor counted.
        if (login.Length > LongestLogin || login.Contains('\0', StringComparison.Ordinal)) return Unknown;
        var folded = Columns.Fold(login);
        var user = await db.Shared<User>().SingleOrDefaultAsync(u => u.LoginFolded == folded, ct);
        if (user is { Disabled: false } && remembered.Recall(user, password)) return await Known(user, user.HomeTenantKey, ct);

        var failure = await db.Shared<SignInFailure>().SingleOrDefaultAsync(f => f.LoginFolded == folded && f.Address == address, ct);
        if (failure is { Count: >= FailuresAllowed } && failure.LastAt + LockedFor - time.GetUtcNow() is { Ticks: > 0 } left) return new SignIn.Locked(left);

        var right = Passwords.VerifyHashedPassword(user!, user?.PasswordHash ?? Nobody.Value, password) != PasswordVerificationResult.Failed;
        if (user?.PasswordHash is null || !right || user.Disabled)
        {
            await Failed(folded, address, failure, ct);
            return Unknown;
        }
        if (failure is not null) db.Remove(failure);
        user.LastSignInAt = time.GetUtcNow();
        await db.SaveChangesAsync(ct);
        remembered.Remember(user, password);
        return await Known(user, user.HomeTenantKey, ct);
    }

    /// <summary>The stamp that a session of this caller carries; null for a caller who did not come with a login and its password.</summary>
    public async Task<Guid?> Stamp(Caller caller, CancellationToken ct) => caller is { User: { } key, Token: null }
        ? await db.Shared<User>().Where(u => u.Key == key && !u.Disabled).Select(u => (Guid?)u.Stamp).SingleOrDefaultAsync(ct)
        : null;

    /// <summary>A session: the user's key and the stamp it was made with.</summary>
    public async Task<SignIn> Session(long userKey, Guid stamp, long tenantKey, CancellationToken ct) =>
        await db.Shared<User>().SingleOrDefaultAsync(u => u.Key == userKey && u.Stamp == stamp && !u.Disabled, ct) is { } user ? await Known(user, tenantKey, ct) : Unknown;

    /// <summary>True when the key belongs to a token that is good for exactly this API.</summary>
    public Task<bool> IsFor(string apiKey, ApiName api, CancellationToken ct) => db.OfAllTenants<AccessToken>().AnyAsync(t => t.ApiKey == apiKey && t.Apis == api, ct);

    /// <summary>True for the shape of a key: a Basic user of this shape is a key pair, and no login may have it.</summary>
    public static bool LooksLikeKey(string user) => user.Length == 64 && user.All(char.IsAsciiHexDigitLower);

    private async Task<SignIn> Use(AccessToken token, ApiName api, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (token.RevokedAt is not null || token.ExpiresAt <= now || (token.Apis & api) == 0) return Unknown;
        var user = token.UserKey is { } key ? await SignInQueries.Of(db).User(db, key, ct) : null;
        if (token.UserKey is not null && user is not { Disabled: false }) return Unknown;
        if (await tenants.Find(token.TenantKey, ct) is not { } tenant) return Unknown;
        if (!(now - token.LastUsedAt < UseNotedEvery))
            await db.OfAllTenants<AccessToken>().Where(t => t.TenantKey == token.TenantKey && t.Key == token.Key).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), ct);
        return new SignIn.Known(new Caller
        {
            Tenant = tenant,
            User = user?.Key,
            Name = user?.Login ?? token.Label,
            Token = token.Key,
            Grants = await grants.Of(tenant, user, token, ct),
        });
    }

    private async Task<SignIn> Known(User user, long tenantKey, CancellationToken ct)
    {
        if (await tenants.Find(tenantKey, ct) is not { } tenant) return Unknown;
        return new SignIn.Known(new Caller { Tenant = tenant, User = user.Key, Name = user.Login, Grants = await grants.Of(tenant, user, null, ct) });
    }

    private async Task Failed(string login, string address, SignInFailure? failure, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (failure is null) db.Add(failure = new SignInFailure { LoginFolded = login, Address = address, Count = 0, LastAt = now });
        failure.Count = now - failure.LastAt > LockedFor ? 1 : failure.Count + 1;
        failure.LastAt = now;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two first failures at once: one of them is counted.
            db.ChangeTracker.Clear();
        }
    }

    private static Guid? TokenId(string bearer)
    {
        try
        {
            return new JsonWebToken(bearer).TryGetPayloadValue<string>("jti", out var jti) && Guid.TryParseExact(jti, "N", out var id) ? id : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or Microsoft.IdentityModel.Tokens.SecurityTokenException)
        {
            return null;
        }
    }

    private static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));
}

/// <summary>Remembers a verified Basic sign-in for a minute, by a salted digest, so that the slow hash is not paid per request.</summary>
public sealed class RememberedSignIns(TimeProvider time)
{
    private const int Most = 10_000;
    private static readonly TimeSpan For = TimeSpan.FromMinutes(1);
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>True when this very password of this very state of the user was verified within the last minute.</summary>
    public bool Recall(User user, string password) => _until.TryGetValue(Digest(user, password), out var until) && until > time.GetUtcNow();

    /// <summary>Keeps a verified sign-in. The user's stamp is part of the digest, so any change forgets it.</summary>
    public void Remember(User user, string password)
    {
        if (_until.Count >= Most) _until.Clear();
        _until[Digest(user, password)] = time.GetUtcNow() + For;
    }

    private string Digest(User user, string password) => Convert.ToHexString(HMACSHA256.HashData(_salt, Encoding.UTF8.GetBytes($"{user.Key}:{user.Stamp:N}:{password}")));
}
