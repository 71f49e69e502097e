using System.Net;
using System.Text.Json.Nodes;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Snapshots;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Apis.Guardian;

/// <summary>Scans of this very machine, as a client sees them.</summary>
public abstract class NodeScanTests(RunningServer server)
{
    [Fact]
    public async Task ThisMachine_ScannedTwice_ShowsItsPackagesAndWhatChanged()
    {
        var tenant = await server.NewTenant();
        using var machine = await ScannedMachine.In(await tenant.Admin());
        var client = machine.Client;

        var first = await machine.Scan("?label=before%20the%20change");
        ((string)first["status_string"]!).ShouldBe("success", first.ToJsonString());
        ((int)first["status"]!).ShouldBe(2);
        JsonNode.Parse((string)first["report"]!)!.ToJsonString().ShouldContain("number_of_packages_found");
        var seen = await machine.Data();
        seen["packages"]!["apt"]!.AsObject().Count.ShouldBeGreaterThan(10);
        seen["inventory"]!["facts"]!["os_distro_version"]!["value"].ShouldNotBeNull();
        seen["files"]!["linux"]![machine.File]!["checksum"].ShouldNotBeNull();

        await File.WriteAllTextAsync(machine.File, "port = 8080\n");
        var second = await machine.Scan();
        ((string)second["status_string"]!).ShouldBe("success", second.ToJsonString());

        var diff = (await client.GetAsync($"/api/v2/nodes/diff.json?node_id={machine.Id}").Body()).AsArray();
        diff[0]!["summary"]!.ToJsonString().ShouldBe("""{"added":0,"removed":0,"modified":1}""", diff.ToJsonString());
        diff[1]!["files"]!["linux"]![machine.File]!["checksum"]!["old"].ShouldNotBeNull();
        ((string)(await machine.Data($"?scan_id={first["id"]}"))["files"]!["linux"]![machine.File]!["checksum"]!)
            .ShouldBe((string)diff[1]!["files"]!["linux"]![machine.File]!["checksum"]!["old"]!);
        await machine.Data("?scan_label=before%20the%20change");
        await Told(client, machine, second);
        await Kept(tenant, machine, second);
    }

    private static async Task Told(HttpClient client, ScannedMachine machine, JsonNode second)
    {
        var told = (await client.GetAsync($"/api/v2/events.json?query=type=Node Changed AND variables.node_id={machine.Id}").Body()).AsArray().ShouldHaveSingleItem()!;
        ((string)told["variables"]!["file_diffs"]!).ShouldBe("1");
        ((string)told["variables"]!["diffs"]!).ShouldBe("1");
        ((string)told["variables"]!["scan_id"]!).ShouldBe(second["id"]!.ToJsonString());
        (await client.GetAsync("/api/v2/events.json?query=type=Node First Scanned").Body()).AsArray().Count.ShouldBe(1);
        (await client.GetAsync("/api/v2/events.json?query=type=Node Scanned AND variables.success=true").Body()).AsArray().Count.ShouldBe(2);
    }

    private Task<bool> Kept(TestTenant tenant, ScannedMachine machine, JsonNode second) => server.InScope(async services =>
    {
        var db = services.GetRequiredService<MerlonDb>();
        var change = await db.Of<Change>(tenant.Id).SingleAsync();
        (change.Section, change.Name, change.ScanKey).ShouldBe(("files", machine.File, (long)second["id"]!));
        change.Old.ShouldNotBeNull().ShouldContain("port = 80\\n");
        change.New.ShouldNotBeNull().ShouldContain("port = 8080\\n");
        var packages = await db.Of<NodePackage>(tenant.Id).ToListAsync();
        packages.Count.ShouldBeGreaterThan(10);
        packages.ShouldAllBe(p => p.ScanKey == change.ScanKey && p.NodeKey == machine.Id && p.Purl.StartsWith("pkg:"));
        packages.ShouldContain(p => p.NameFolded.EndsWith("/dpkg"));
        return true;
    });

    [Fact]
    public async Task EveryViewOfAScan_ShowsTheSameScan()
    {
        using var machine = await ScannedMachine.In(await (await server.NewTenant()).Admin());
        var client = machine.Client;
        var scan = (long)(await machine.Scan("?label=L"))["id"]!;
        await machine.Scan();

        var listed = (await client.GetAsync($"/api/v2/node_scans.json?node_id={machine.Id}").Body()).AsArray();
        listed.Count.ShouldBe(2);
        ((long)listed[1]!["id"]!).ShouldBe(scan);
        (await client.GetAsync($"/api/v2/node_scans.json?node_id={machine.Id}&latest=true").Body()).AsArray().Count.ShouldBe(1);
        (await client.GetAsync($"/api/v2/node_scans.json?node_id={machine.Id}&date_from=2001-01-01&date_to=2001-01-02").Body()).AsArray().ShouldBeEmpty();
        (await client.GetAsync($"/api/v2/node_scans.json?node_id={machine.Id}&date_from=yesterday&date_to=now").Body()).AsArray().Count.ShouldBe(2);

        var shown = await client.GetAsync((string)listed[1]!["url"]!).Body();
        ((string)shown["label"]!).ShouldBe("L");
        JsonNode.Parse((string)shown["data"]!)!["packages"].ShouldNotBeNull();
        JsonNode.Parse((string)shown["scan_options"]!)!["scan_sections"].ShouldNotBeNull();

        var compared = await client.GetAsync($"/api/v2/node_scans/{listed[0]!["id"]}/compare.json?source_id={scan}").Body();
        compared["__diff_stats"]!.ToJsonString().ShouldBe("""{"added":0,"removed":0,"modified":0,"total":0}""");
        (await client.GetAsync($"/api/v2/nodes/diff.json?scan_id={scan}&compare_scan_id={listed[0]!["id"]}").Body())[0]!["summary"].ShouldNotBeNull();
        (await client.GetAsync($"/api/v2/nodes/diff.json?node_id={machine.Id}&compare_node_id={machine.Id}").Body())[1]!.AsObject().ShouldBeEmpty();

        var hit = (await client.GetAsync("/api/v2/node_scans/search.json?query=dpkg&type=packages").Body()).AsArray().ShouldHaveSingleItem()!;
        ((long)hit["node_id"]!).ShouldBe(machine.Id);
        hit["data"]!["packages"].ShouldNotBeNull();
        (await client.GetAsync("/api/v2/node_scans/search.json?query=no-such-thing-anywhere").Body()).AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task NodeViews_OfTheLastScan_ShowPartsOfIt()
    {
        using var machine = await ScannedMachine.In(await (await server.NewTenant()).Admin());
        var client = machine.Client;
        await machine.Scan();

        (await client.GetAsync($"/api/v2/nodes/{machine.Id}/last_node_scan_details.json").Body())["data"].ShouldNotBeNull();
        (await client.GetAsync($"/api/v2/nodes/{machine.Id}/last_node_scan_details.json?with_data=false").Body()).AsObject().ContainsKey("data").ShouldBeFalse();
        var csv = await client.GetStringAsync($"/api/v2/nodes/{machine.Id}/last_node_scan_details.csv");
        csv.ShouldStartWith("\"Section\",\"CI Name\",\"Path\",\"Attribute\",\"Value\"\n");
        csv.ShouldContain($"\"files\",\"{machine.File}\"");
        (await client.GetAsync($"/api/v2/nodes/{machine.Id}/ci_data?ci_type=files").Body())["linux"]![machine.File].ShouldNotBeNull();
        ((int)(await client.GetAsync($"/api/v2/nodes/{machine.Id}/last_successful_scan.json").Body())["status"]!).ShouldBe(2);
        var node = await client.GetAsync($"/api/v2/nodes/{machine.Id}.json").Body();
        ((string)node["last_scan_status_string"]!).ShouldBe("success");
        ((bool)node["online"]!).ShouldBeTrue();
        ((int)node["operating_system_family_id"]!).ShouldBe(2);
        var report = await client.GetAsync($"/api/v2/environments/{node["environment_id"]}/report.json").Body();
        ((int)report["report"]!["nodes_scanned"]!).ShouldBe(1);
        (await client.GetAsync("/api/v2/nodes.json?last_scan_status=success").Body()).AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("3", "SSH")]
    [InlineData("7", "WinRM")]
    [InlineData("null", "medium type")]
    public async Task ScanOfANode_ThatNothingReaches_EndsInErrorWithAPlainMessage(string medium, string named)
    {
        var client = await (await server.NewTenant()).Admin();
        var node = (long)(await client.Send(HttpMethod.Post, "/api/v2/nodes.json", $$"""{"name":"far","medium_type":{{medium}},"medium_hostname":"10.0.0.7"}""").Body(HttpStatusCode.Created))["id"]!;
        var job = (long)(await client.PostAsync($"/api/v2/nodes/{node}/start_scan.json", null).Body(HttpStatusCode.Created))["job_id"]!;

        var ended = await ScannedMachine.Ended(client, node, job);

        ((int)ended["status"]!).ShouldBe(88);
        ((string)ended["status_string"]!).ShouldBe("error");
        ((string)ended["report"]!).ShouldContain(named);
        ((int)(await client.GetAsync($"/api/v2/jobs/{job}.json").Body())["status"]!).ShouldBe(-1);
        ((int)(await client.GetAsync($"/api/v2/jobs/{job}/tasks.json").Body())[0]!["status"]!).ShouldBe(88);
        (await client.GetAsync("/api/v2/events.json?view_name=Failed%20Scans").Body()).AsArray().Count.ShouldBe(1);
        (await client.GetAsync("/api/v2/nodes/status_counts.json").Body()).ToJsonString().ShouldBe("""{"total":1,"failed":1,"unmanaged":0}""");
        (await client.GetAsync("/api/v2/nodes.json?last_scan_status=all_failures").Body()).AsArray().Count.ShouldBe(1);
        await client.GetAsync($"/api/v2/nodes/{node}/scan_details.json").Is(HttpStatusCode.NotFound);
        await client.GetAsync($"/api/v2/nodes/{node}/last_successful_scan.json").Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TwoScansOfOneNode_AtTheSameTime_AreComparedOneAfterTheOther()
    {
        var tenant = await server.NewTenant();
        using var machine = await ScannedMachine.In(await tenant.Admin());

        await Task.WhenAll(machine.Scan(), machine.Scan());

        var scans = await server.InScope(s => s.GetRequiredService<MerlonDb>().Of<NodeScan>(tenant.Id).ToListAsync());
        scans.Select(s => s.Status).ShouldBe([NodeScanStatus.Success, NodeScanStatus.Success]);
        var first = scans.Single(s => s.PreviousKey is null);
        scans.Single(s => s != first).PreviousKey.ShouldBe(first.Key);
    }

    [Fact]
    public async Task ScanWhoseJobWasCanceled_IsCancelledByTheSweeper()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var node = (long)(await client.Post("/api/v2/nodes.json", new { name = "n", medium_type = 1 }).Body(HttpStatusCode.Created))["id"]!;
        await server.InScope(s => CanceledBeforeItBegan(s, tenant.Id, node));

        await server.InScope(async s =>
        {
            await s.GetServices<IRecurringWork>().Single(work => work is NodeScanSweeper).Run(CancellationToken.None);
            return true;
        });

        ((string)(await client.GetAsync($"/api/v2/nodes/{node}/last_scan_status.json").Body())["status_string"]!).ShouldBe("cancelled");
        ((string)(await client.GetAsync($"/api/v2/nodes/{node}.json").Body())["last_scan_status_string"]!).ShouldBe("cancelled");
    }

    private static async Task<bool> CanceledBeforeItBegan(IServiceProvider services, TenantId tenant, long nodeKey)
    {
        var (db, jobs, caller) = (services.GetRequiredService<MerlonDb>(), services.GetRequiredService<Core.Jobs.Jobs>(), Caller.System(tenant));
        var node = await db.Of<Node>(tenant).SingleAsync(n => n.Key == nodeKey);
        var job = await jobs.Queue(new JobDraft("node-scan", JobSource.NodeScan, nodeKey) { NotBefore = DateTimeOffset.UtcNow.AddDays(1) }, caller, CancellationToken.None);
        var scan = new NodeScan
        {
            TenantKey = tenant.Key, Key = await services.GetRequiredService<Keys>().Next<NodeScan>(CancellationToken.None), NodeKey = nodeKey, JobKey = job.Key,
            Status = NodeScanStatus.Pending, ScanOptions = "{}", CreatedAt = DateTimeOffset.UtcNow, UpdatedAt = DateTimeOffset.UtcNow,
        };
        db.Add(scan);
        (node.LastScanKey, node.LastScanStatus) = (scan.Key, scan.Status);
        await db.SaveChangesAsync();
        return (await jobs.Cancel(job.Key, caller, CancellationToken.None)).Value.Status == JobStatus.Canceled;
    }

    [Fact]
    public async Task ThisMachine_OfAnotherTenantThanTheOwner_IsNotLookedAt()
    {
        var tenant = await server.NewTenant();

        var mayOwner = await server.InScope(async s => await new ThisMachine(Everybody: false).IsOf((await Tenants(s).All(CancellationToken.None))[0], Tenants(s), CancellationToken.None));
        var mayOther = await server.InScope(async s => await new ThisMachine(Everybody: false).IsOf(tenant.Id, Tenants(s), CancellationToken.None));

        (mayOwner, mayOther).ShouldBe((true, false));
    }

    private static Core.Organizations.Tenants Tenants(IServiceProvider services) => services.GetRequiredService<Core.Organizations.Tenants>();

    [Theory]
    [InlineData("GET", "/api/v2/nodes/diff.json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/api/v2/nodes/diff.json?node_id=1", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/nodes/diff.json?scan_id=1&compare_scan_id=2", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/v2/nodes/1/start_scan.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/nodes/1/scan_details.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/nodes/1/last_scan_status.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/nodes/1/last_successful_scan.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/nodes/1/last_node_scan_details.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/nodes/1/ci_data.json?ci_type=files", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/nodes/1/ci_data.json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/api/v2/node_scans.json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/api/v2/node_scans.json?node_id=1", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/node_scans.json?node_id=1&date_from=never", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/api/v2/node_scans/1.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/node_scans/1/compare.json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/api/v2/node_scans/1/compare.json?source_id=1", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/node_scans/search.json", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/api/v2/node_scans/search.json?query=x&node_group_id=1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/api/v2/jobs/1.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/jobs/1/tasks.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/jobs/1/tasks.json?status=fine", HttpStatusCode.UnprocessableEntity)]
    [InlineData("POST", "/api/v2/jobs.json?type=11&type_id=1", HttpStatusCode.NotFound)]
    [InlineData("POST", "/api/v2/jobs.json?type=4&type_id=1", HttpStatusCode.UnprocessableEntity)]
    public async Task AnyOperation_OnAnothersOrNothing_IsRefused_AndNeedsItsScopeAndCredentials(string method, string path, HttpStatusCode status)
    {
        var tenant = await server.NewTenant();
        var verb = new HttpMethod(method);
        using var mine = await tenant.Admin();
        using var stranger = await tenant.WithoutRoles();
        using var nobody = server.Anonymous();

        await mine.SendAsync(new HttpRequestMessage(verb, path)).Is(status);
        await stranger.SendAsync(new HttpRequestMessage(verb, path)).Is(HttpStatusCode.Forbidden);
        await nobody.SendAsync(new HttpRequestMessage(verb, path)).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AnotherTenantsScan_IsNotFound()
    {
        using var machine = await ScannedMachine.In(await (await server.NewTenant()).Admin());
        var other = await (await server.NewTenant()).Admin();
        var ended = await machine.Scan();
        long scan = (long)ended["id"]!, job = (long)ended["job_id"]!;

        foreach (var path in (string[])
        [
            $"node_scans/{scan}", $"node_scans/{scan}/compare?source_id={scan}", $"node_scans?node_id={machine.Id}", $"nodes/diff?scan_id={scan}&compare_scan_id={scan}",
            $"nodes/{machine.Id}/scan_details", $"nodes/{machine.Id}/last_scan_status", $"nodes/{machine.Id}/ci_data?ci_type=files", $"jobs/{job}", $"jobs/{job}/tasks",
        ])
            await other.GetAsync("/api/v2/" + path).Is(HttpStatusCode.NotFound);
        await other.PostAsync($"/api/v2/nodes/{machine.Id}/start_scan", null).Is(HttpStatusCode.NotFound);
        (await other.GetAsync("/api/v2/node_scans/search?query=dpkg").Body()).AsArray().ShouldBeEmpty();
        (await other.GetAsync("/api/v2/jobs").Body()).AsArray().ShouldBeEmpty();
        await machine.Client.DeleteAsync($"/api/v2/nodes/{machine.Id}").Is(HttpStatusCode.NoContent);
        await machine.Client.GetAsync($"/api/v2/node_scans/{scan}").Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Jobs_AreListedNewestFirst_WithTheirTasks()
    {
        using var machine = await ScannedMachine.In(await (await server.NewTenant()).Admin());
        var client = machine.Client;
        var first = await machine.Scan("?label=L");
        var second = await client.PostAsync($"/api/v2/jobs.json?type=11&type_id={machine.Id}", null).Body(HttpStatusCode.Created);
        await ScannedMachine.Ended(client, machine.Id, (long)second["job_id"]!);

        var jobs = (await client.GetAsync("/api/v2/jobs.json").Body()).AsArray();
        jobs.Select(j => (long)j!["id"]!).ShouldBe([(long)second["job_id"]!, (long)first["job_id"]!]);
        (await client.GetAsync("/api/v2/jobs.json?per_page=1&page=2").Body()).AsArray().ShouldHaveSingleItem()!["id"]!.ToJsonString().ShouldBe(first["job_id"]!.ToJsonString());
        ((int)jobs[0]!["source_type"]!).ShouldBe(11);
        ((long)jobs[0]!["source_id"]!).ShouldBe(machine.Id);
        ((int)jobs[0]!["status"]!).ShouldBe(2);
        var task = (await client.GetAsync($"/api/v2/jobs/{first["job_id"]}/tasks.json?status=success").Body()).AsArray().ShouldHaveSingleItem()!;
        ((string)task["label"]!).ShouldBe("L");
        JsonNode.Parse((string)task["report"]!)!.ToJsonString().ShouldContain("upload_node_scan");
        (await client.GetAsync($"/api/v2/jobs/{first["job_id"]}/tasks.json?status=failure").Body()).AsArray().ShouldBeEmpty();
    }

    public sealed class OnSqlite(SqliteServer server) : NodeScanTests(server);

    public sealed class OnPostgres(PostgresServer server) : NodeScanTests(server);
}
