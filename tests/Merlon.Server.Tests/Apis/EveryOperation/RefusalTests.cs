using System.Net;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.EveryOperation;

/// <summary>Each operation of each API, called by those who may not: what a caller may not see does not exist for it, and nothing changes.</summary>
public abstract class RefusalTests(RunningServer server)
{
    // Were an address wrong, everybody would be refused, and every other test here would pass.
    [Fact]
    public async Task ByItsOwner_EachReadSucceeds()
    {
        var furnished = await Furnished.For(server, this);
        List<string> problems = [];
        foreach (var operation in (await Operation.All(server)).Where(o => !o.Writes && !IsOfATeam(o)))
        {
            using var answer = await furnished.Call(furnished.Owner, operation);
            if (!answer.IsSuccessStatusCode) problems.Add($"{operation}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task WithoutCredentials_EachIs401InItsOwnEnvelope()
    {
        var furnished = await Furnished.For(server, this);
        using var nobody = server.Anonymous();
        (await Problems(furnished, nobody, (operation, answer, text) =>
        {
            if (operation.Open) return answer.IsSuccessStatusCode ? null : "is not open";
            return answer.StatusCode == HttpStatusCode.Unauthorized ? null : "was not refused";
        })).ShouldBeEmpty();
    }

    [Fact]
    public async Task ByAnotherTenantsAdministrator_NothingIsShownAndNothingChanges()
    {
        var furnished = await Furnished.For(server, this);
        using var stranger = await (await server.NewTenant()).Admin();
        await NothingForThem(furnished, stranger, mayListNothing: false);
    }

    [Fact]
    public async Task ByACallerWithoutAnyRole_NothingIsShownAndNothingChanges()
    {
        var furnished = await Furnished.For(server, this);
        using var nobody = await furnished.Tenant.WithoutRoles();
        await NothingForThem(furnished, nobody, mayListNothing: true);
    }

    [Fact]
    public async Task ByAGuest_WhoMayRead_EachChangeIsRefused()
    {
        var furnished = await Furnished.For(server, this);
        using var guest = await furnished.Tenant.As("GUEST");
        var before = await Seen(furnished);

        (await Problems(furnished, guest, (operation, answer, text) =>
        {
            return !operation.Writes || answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound || IsSession(operation) ? null : "was not refused";
        })).ShouldBeEmpty();

        (await Seen(furnished)).Except(before).ShouldBeEmpty();
    }

    private static async Task NothingForThem(Furnished furnished, HttpClient caller, bool mayListNothing)
    {
        var before = await Seen(furnished);
        (await Problems(furnished, caller, (operation, answer, text) =>
        {
            if (text.Contains(furnished.Marker, StringComparison.OrdinalIgnoreCase) && answer.IsSuccessStatusCode) return "shows what is not the caller's";
            if (!operation.NamesSomething || IsOwn(operation) || (mayListNothing && IsOwnList(operation))) return null;
            return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || IsLegacy(operation, answer) ? null : "was not refused";
        })).ShouldBeEmpty();
        (await Seen(furnished)).Except(before).ShouldBeEmpty();
    }

    // What a caller holds is told to every caller of the tenant, by names alone.
    private static bool IsOwn(Operation operation) => operation.Path.EndsWith("/my_scopes", StringComparison.Ordinal);

    // There are no teams yet: whichever is named does not exist, for its owner too.
    private static bool IsOfATeam(Operation operation) => operation.Path.Contains("/teams/", StringComparison.Ordinal);

    // A member of the account may ask for its list, which is then empty.
    private static bool IsOwnList(Operation operation) => operation is { Writes: false, Path: "/v1/accounts/{account}/apps" };

    // Code Insight's legacy operations answer 400 for whatever they do not find.
    private static bool IsLegacy(Operation operation, HttpResponseMessage answer) => operation.Api == "code-insight" && answer.StatusCode == HttpStatusCode.BadRequest && !operation.Path.Contains("/projects/", StringComparison.Ordinal);

    private static bool IsSession(Operation operation) => operation.Path == "/rest/user/session";

    /// <summary>Calls each operation and gathers what is wrong, so that one run tells of all.</summary>
    private static async Task<List<string>> Problems(Furnished furnished, HttpClient caller, Func<Operation, HttpResponseMessage, string, string?> judge)
    {
        List<string> problems = [];
        foreach (var operation in await Operation.All(furnished.Tenant.Server))
        {
            using var answer = await furnished.Call(caller, operation);
            var text = await answer.Content.ReadAsStringAsync();
            var problem = judge(operation, answer, text) ?? (answer.IsSuccessStatusCode ? null : Envelopes.Problem(operation.Api, answer.StatusCode, text));
            if (problem is not null) problems.Add($"{operation} {problem}: {(int)answer.StatusCode} {text[..Math.Min(text.Length, 200)]}");
        }
        return problems;
    }

    /// <summary>What the owner sees of everything, without what changes by itself.</summary>
    private static async Task<List<string>> Seen(Furnished furnished)
    {
        List<string> seen = [];
        foreach (var operation in (await Operation.All(furnished.Tenant.Server)).Where(o => !o.Writes && !IsSession(o) && !o.Path.Contains("events", StringComparison.Ordinal)))
        {
            using var answer = await furnished.Call(furnished.Owner, operation);
            seen.Add($"{operation} {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        return seen;
    }

    public sealed class OnSqlite(SqliteServer server) : RefusalTests(server);

    public sealed class OnPostgres(PostgresServer server) : RefusalTests(server);
}
