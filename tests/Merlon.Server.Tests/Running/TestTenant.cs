using System.Net.Http.Headers;
using Merlon.Core.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Running;

/// <summary>A tenant of one test, and clients that act in it.</summary>
public sealed class TestTenant(RunningServer server, TenantId id)
{
    private static int _users;

    public RunningServer Server => server;

    public TenantId Id => id;

    /// <summary>A client that may do everything in the tenant.</summary>
    public async Task<HttpClient> Admin() => Bearer(await Token(BuiltInRoles.Administrator.Id));

    /// <summary>A client whose token acts by one built-in role in the whole tenant.</summary>
    public async Task<HttpClient> As(string role) => Bearer(await Token(BuiltInRoles.Find(role)!.Id));

    /// <summary>A client of a user without any role.</summary>
    public async Task<HttpClient> WithoutRoles() => Bearer(await Token(null, await NewUser()));

    /// <summary>A client of a user who has one role on one resource.</summary>
    public async Task<HttpClient> With(string role, RoleLevel level, long resource)
    {
        var user = await NewUser();
        await server.InScope(async s => await s.GetRequiredService<Users>().Assign(user, BuiltInRoles.Find(role)!.Id, level, resource, Caller.System(id), CancellationToken.None));
        return Bearer(await Token(null, user));
    }

    /// <summary>A token of the tenant in all its forms.</summary>
    public Task<IssuedToken> Token(Guid? role, User? user = null, ApiName apis = ApiName.All, TimeSpan? validFor = null) =>
        server.InScope(async s => (await s.GetRequiredService<Tokens>().Create(new TokenDraft("test", apis) { Role = role, User = user, ValidFor = validFor }, Caller.System(id), CancellationToken.None)).Value);

    /// <summary>A user of the tenant with the password <see cref="RunningServer.AdminPassword"/>.</summary>
    public Task<User> NewUser(string? login = null) => server.InScope(async s =>
        (await s.GetRequiredService<Users>().Create(new UserDraft(login ?? $"user{Interlocked.Increment(ref _users)}-{id.Key}") { Password = RunningServer.AdminPassword }, Caller.System(id), CancellationToken.None)).Value);

    /// <summary>A client with this token as bearer.</summary>
    public HttpClient Bearer(IssuedToken token)
    {
        var client = server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Bearer);
        return client;
    }
}
