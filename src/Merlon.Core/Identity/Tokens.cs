using System.Security.Cryptography;
using System.Text;
using Merlon.Core.Events;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Merlon.Core.Identity;

/// <summary>What a new token is asked to be.</summary>
public sealed record TokenDraft(string Label, ApiName Apis)
{
    /// <summary>The user it acts for; null for a token that acts by <see cref="Role"/> alone.</summary>
    public User? User { get; init; }
    public Guid? Role { get; init; }
    public string? Description { get; init; }
    public string Kind { get; init; } = "access";
    public TimeSpan? ValidFor { get; init; }
}

/// <summary>Making, listing and revoking access tokens.</summary>
public sealed class Tokens(MerlonDb db, Keys keys, Journal journal, TimeProvider time)
{
    private const int MaxLabel = 200;
    private const int MaxDescription = 2000;

    /// <summary>The tokens of the tenant, newest first, that are not revoked.</summary>
    public IQueryable<AccessToken> Of(TenantId tenant) => db.Of<AccessToken>(tenant).Where(t => t.RevokedAt == null).OrderByDescending(t => t.Key);

    /// <summary>The tokens of the tenant, newest first; expired ones only if asked for, of any kind if <paramref name="kind"/> is null.</summary>
    public async Task<Outcome<IReadOnlyList<AccessToken>>> List(bool withExpired, string? kind, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.TokensList)) return new Refusal.Forbidden(Scope.TokensList);
        var now = time.GetUtcNow();
        return await Of(caller.Tenant).AsNoTracking().Where(t => (withExpired || t.ExpiresAt == null || t.ExpiresAt > now) && (kind == null || t.Kind == kind)).ToListAsync(ct);
    }

    /// <summary>Makes a token. Nobody can make one that may do more than the maker.</summary>
    public async Task<Outcome<IssuedToken>> Create(TokenDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.TokensCreate)) return new Refusal.Forbidden(Scope.TokensCreate);
        if (string.IsNullOrWhiteSpace(draft.Label) || draft.Label.Length > MaxLabel) return new Refusal.Invalid("label", $"A label of 1 to {MaxLabel} characters is required.");
        if (draft.Description is { Length: > MaxDescription }) return new Refusal.Invalid("description", $"At most {MaxDescription} characters are allowed.");
        if (draft.ValidFor is { } validFor && (validFor <= TimeSpan.Zero || validFor > TimeSpan.FromDays(3650))) return new Refusal.Invalid("valid_for_seconds", "Must be between one second and ten years.");
        if (draft.Role is { } roleId)
        {
            if (BuiltInRoles.Find(roleId) is not { } role) return new Refusal.Invalid("role_id", "No role has this id; the roles operation lists them.");
            if (role.Scopes.FirstOrDefault(scope => !caller.May(scope)) is { Name: not null } beyond) return new Refusal.Forbidden(beyond);
        }
        else if (draft.User is null)
        {
            return new Refusal.Invalid("role_id", "A role is required.");
        }
        return await Issue(draft, caller, ct);
    }

    /// <summary>Revokes a token; it stops at once.</summary>
    public async Task<Outcome<Done>> Revoke(Guid id, Caller caller, CancellationToken ct)
    {
        if (await Of(caller.Tenant).SingleOrDefaultAsync(t => t.Id == id, ct) is not { } token) return new Refusal.NotFound("token");
        if (!caller.May(Scope.TokensDelete) && token.UserKey != caller.User) return new Refusal.Forbidden(Scope.TokensDelete);
        token.RevokedAt = time.GetUtcNow();
        await journal.Tell(caller, new Happening("Token Revoked", "token", token.Id.ToString()).With("label", token.Label).With("token", token.Label), ct);
        await db.SaveChangesAsync(ct);
        return Done.It;
    }

    private async Task<IssuedToken> Issue(TokenDraft draft, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var bearer = Bearer(id, draft, caller.Tenant, now);
        var (apiKey, secret) = (RandomNumberGenerator.GetHexString(64, lowercase: true), RandomNumberGenerator.GetHexString(64, lowercase: true));
        var token = new AccessToken
        {
            TenantKey = caller.Tenant.Key,
            Key = await keys.Next<AccessToken>(ct),
            Id = id,
            Label = draft.Label,
            Description = draft.Description,
            UserKey = draft.User?.Key,
            RoleId = draft.Role,
            Apis = draft.Apis,
            Kind = draft.Kind,
            BearerDigest = Digest(bearer),
            ApiKey = apiKey,
            SecretDigest = Digest(secret),
            CreatedAt = now,
            ExpiresAt = draft.ValidFor is { } validFor ? now + validFor : null,
        };
        db.Add(token);
        await journal.Tell(caller, new Happening("Token Created", "token", id.ToString()).With("label", draft.Label).With("token", draft.Label), ct);
        await db.SaveChangesAsync(ct);
        return new IssuedToken(token, bearer, apiKey, secret);
    }

    /// <summary>SHA-256 of a secret, lower-case hex. The secrets are random, so a plain digest suffices.</summary>
    internal static string Digest(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    // Clients decode the claims without verifying; the server compares the whole bearer with the record. The signing key is therefore
    // made up for each token and thrown away: there is none to leak.
    private static string Bearer(Guid id, TokenDraft draft, TenantId tenant, DateTimeOffset now) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Claims = new Dictionary<string, object>
        {
            ["sub"] = draft.User?.Login ?? draft.Label,
            ["userId"] = draft.User?.Key ?? 0,
            ["orgID"] = tenant.Id.ToString(),
            ["jti"] = id.ToString("N"),
        },
        IssuedAt = now.UtcDateTime,
        Expires = draft.ValidFor is { } validFor ? (now + validFor).UtcDateTime : null,
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(64)), SecurityAlgorithms.HmacSha512),
    });
}
