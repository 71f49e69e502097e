using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Identity;

/// <summary>What every request with a token asks of the database. Nobody has been told whose rows these are yet: the token says it.</summary>
internal sealed class SignInQueries
{
    private static readonly CompiledQueries<SignInQueries> Sets = new();

    /// <summary>The queries for this context's database.</summary>
    public static SignInQueries Of(MerlonDb db) => Sets.For(db);

    /// <summary>A token by its id.</summary>
    public Func<MerlonDb, Guid, CancellationToken, Task<AccessToken?>> Token { get; } = EF.CompileAsyncQuery(
        (MerlonDb db, Guid id, CancellationToken ct) => db.Set<AccessToken>().AsNoTracking().SingleOrDefault(t => t.Id == id));

    /// <summary>A user by key.</summary>
    public Func<MerlonDb, long, CancellationToken, Task<User?>> User { get; } = EF.CompileAsyncQuery(
        (MerlonDb db, long key, CancellationToken ct) => db.Set<User>().AsNoTracking().SingleOrDefault(u => u.Key == key));

    /// <summary>The Guid of a tenant by its key.</summary>
    public Func<MerlonDb, long, CancellationToken, Task<Guid?>> Tenant { get; } = EF.CompileAsyncQuery(
        (MerlonDb db, long key, CancellationToken ct) => db.Set<Organization>().Where(o => o.Key == key && o.ParentKey == null).Select(o => (Guid?)o.Id).SingleOrDefault());
}
