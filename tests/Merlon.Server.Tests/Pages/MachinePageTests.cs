using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Merlon.Core.Advisories;
using Merlon.Core.Identity;
using Merlon.Core.Snapshots;
using Merlon.Server.Tests.Apis.Guardian;
using Merlon.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Pages;

/// <summary>The pages of one machine, the list of them, and the search, as text. The machine is this very one.</summary>
public abstract partial class MachinePageTests(RunningServer server)
{
    [Fact]
    public async Task Machine_ScannedTwice_ShowsWhatWasSeenAndWhatChanged()
    {
        var tenant = await server.NewTenant();
        using var machine = await ScannedMachine.In(await tenant.Admin());
        using var client = await PageClient.SignedIn(tenant);
        (await client.Page($"/nodes/{machine.Id}")).ShouldContain("Never scanned");
        await machine.Scan();
        (await client.Page($"/nodes/{machine.Id}")).ShouldContain("nothing to compare with yet");
        (await client.Page($"/nodes/{machine.Id}/changes")).ShouldContain($"/api/v2/nodes/{machine.Id}/start_scan.json");
        await File.WriteAllTextAsync(machine.File, "port = 8080 # <b>bold</b>\n");
        await machine.Scan();

        var page = await client.Page($"/nodes/{machine.Id}");
        page.ShouldContain(">files</a>");
        page.ShouldContain("Node Changed");
        page.ShouldContain("Changes in the last 2 scans, oldest first: 0, 1");
        var changes = await client.Page($"/nodes/{machine.Id}/changes");
        changes.ShouldContain(machine.File);
        changes.ShouldContain("<ins>port = 8080 # &lt;b&gt;bold&lt;/b&gt;");
        (await client.Page($"/nodes/{machine.Id}/snapshot?section=files")).ShouldContain(machine.File);
        (await client.Page("/")).ShouldContain("this-machine");
        (await client.Page("/nodes")).ShouldContain("this-machine");
        await client.Page($"/nodes/{machine.Id}/snapshot?section=luck", HttpStatusCode.NotFound);

        File.Delete(machine.File);
        await machine.Scan();
        changes = await client.Page($"/nodes/{machine.Id}/changes");
        changes.ShouldContain("removed");
        changes.ShouldContain("<dd>port = 8080");
        changes.ShouldContain("<ins>port = 8080");
    }

    [Fact]
    public async Task Snapshot_IsWalkedWithoutGapsAndSearched()
    {
        var (client, machine, _) = await Scanned();
        using var left = machine;
        using var gone = client;
        var names = new List<string>();
        for (var address = $"/nodes/{machine.Id}/snapshot?section=packages"; address.Length > 0;)
        {
            var page = await client.Page(address);
            names.AddRange(Items().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)));
            address = WebUtility.HtmlDecode(Next().Match(page).Groups[1].Value);
        }
        // A gem may have the name of a Debian package.
        names.Order(StringComparer.Ordinal).ShouldBe((await machine.Data())["packages"]!.AsObject().SelectMany(kind => kind.Value!.AsObject().Select(package => package.Key)).Order(StringComparer.Ordinal));
        var found = await client.Page($"/nodes/{machine.Id}/snapshot?section=packages&q=DPKG");
        Items().Matches(found).Select(match => match.Groups[1].Value).ShouldContain("dpkg");
        (await client.Page($"/nodes/{machine.Id}/snapshot?section=packages&q=nowhere-to-be-found")).ShouldContain("Nothing in this section holds that");
        await client.Page($"/nodes/{machine.Id}/snapshot?section=packages&after=%00%ff!!");
        await client.Page($"/nodes/{machine.Id}/snapshot?q={new string('a', 201)}", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Packages_AreJudgedAgainWhenAdvisoriesCome()
    {
        var (client, machine, tenant) = await Scanned();
        using var left = machine;
        using var gone = client;
        var id = $"{Guid.NewGuid():N}";
        var file = Path.Combine(server.Data, $"{id}.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            id = $"DSA-{id}", modified = "2026-01-01T00:00:00Z", summary = "Trouble in dpkg", aliases = new[] { $"CVE-{id}" },
            affected = new[] { new { package = new { ecosystem = "Debian", name = "dpkg" }, ranges = new[] { new { type = "ECOSYSTEM", events = new object[] { new { introduced = "0" }, new Dictionary<string, string> { ["fixed"] = "999:1" } } } } } },
        }));
        await server.InScope(s => s.GetRequiredService<AdvisoryImport>().Load(file, default));
        Task<string?> Rematch() => server.InScope(s => s.GetRequiredService<NodeRematch>().Run(machine.Id, tenant.Id, default));
        (await Rematch()).ShouldNotBeNull().ShouldStartWith("this-machine: ");

        (await client.Page($"/nodes/{machine.Id}/packages")).ShouldContain($"CVE-{id}");
        (await client.Page($"/nodes/{machine.Id}/packages?q=dpkg")).ShouldContain("Matching packages");
        (await Rematch()).ShouldBeNull("nothing changed since");
    }

    [Fact]
    public async Task Search_FindsMachinesByNameAndByPackage()
    {
        var (client, machine, _) = await Scanned();
        using var left = machine;
        using var gone = client;
        foreach (var query in new[] { "dpkg", "PKG", "this-MACH" })
        {
            var page = await client.Page($"/search?q={query}");
            page.ShouldContain($"<a href=\"/nodes/{machine.Id}\">this-machine</a>");
            page.ShouldContain("In 1 machine");
        }
        using var stranger = await PageClient.SignedIn(await server.NewTenant());
        (await stranger.Page("/search?q=dpkg")).ShouldContain("Nowhere that Merlon has looked");
    }

    [Fact]
    public async Task Machine_OfAnotherTenant_IsNotThere()
    {
        var (owner, machine, _) = await Scanned();
        using var left = machine;
        using var gone = owner;
        using var stranger = await PageClient.SignedIn(await server.NewTenant());
        foreach (var tab in new[] { "", "/packages", "/changes", "/snapshot" }) await stranger.Page($"/nodes/{machine.Id}{tab}", HttpStatusCode.NotFound);
        (await stranger.Page("/nodes")).ShouldNotContain("this-machine");
        (await stranger.Page("/")).ShouldNotContain("this-machine");
    }

    [Fact]
    public async Task Machine_ForWhoMayNotSeeMachines_IsNotThere()
    {
        var (owner, machine, tenant) = await Scanned();
        using var left = machine;
        using var gone = owner;
        using var client = await PageClient.SignedIn(tenant, "GUEST");
        await client.Page("/nodes", HttpStatusCode.Forbidden);
        foreach (var tab in new[] { "", "/packages", "/changes", "/snapshot" }) await client.Page($"/nodes/{machine.Id}{tab}", HttpStatusCode.NotFound);
        (await client.Page("/search?q=dpkg")).ShouldNotContain("this-machine");
        (await client.Page("/")).ShouldNotContain("this-machine");
    }

    [Fact]
    public async Task Machine_OfAnotherEnvironment_IsNotThereForWhoHasARoleInOne()
    {
        var (owner, machine, tenant) = await Scanned();
        using var left = machine;
        using var gone = owner;
        var api = await tenant.Admin();
        var environment = (long)(await api.Post("/api/v2/environments.json", new { environment = new { name = "Elsewhere" } }).Body(HttpStatusCode.Created))["id"]!;
        await api.Post("/api/v2/nodes.json", new { node = new { name = "other-machine", node_type = "SV", environment_id = environment } }).Body(HttpStatusCode.Created);
        using var client = await PageClient.SignedIn(tenant, GuardianAnalyst, RoleLevel.Environment, environment);
        (await client.Page("/nodes")).ShouldContain("other-machine");
        (await client.Page("/nodes")).ShouldNotContain("this-machine");
        (await client.Page("/search?q=dpkg")).ShouldNotContain("this-machine");
        await client.Page($"/nodes/{machine.Id}", HttpStatusCode.NotFound);
    }

    // Code Insight has an analyst of its own.
    private const string GuardianAnalyst = "4b6d8fa0-2c4e-4a6b-9d8f-0e1c2b3a4d5f";

    private async Task<(PageClient Client, ScannedMachine Machine, TestTenant Tenant)> Scanned()
    {
        var tenant = await server.NewTenant();
        var machine = await ScannedMachine.In(await tenant.Admin());
        await machine.Scan();
        return (await PageClient.SignedIn(tenant), machine, tenant);
    }

    [GeneratedRegex("<summary><b class=\"grow\">([^<]*)</b>", RegexOptions.NonBacktracking)]
    private static partial Regex Items();

    [GeneratedRegex("href=\"([^\"]+)\" rel=\"next\"", RegexOptions.NonBacktracking)]
    private static partial Regex Next();

    public sealed class OnSqlite(SqliteServer server) : MachinePageTests(server);

    public sealed class OnPostgres(PostgresServer server) : MachinePageTests(server);
}
