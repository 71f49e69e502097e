using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Merlon.Server.Tests.Apis.Qwiet;
using Merlon.Server.Tests.Pages;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.CodeInsight;

/// <summary>Upload, scan and what comes of it, as a Code Insight client sees it.</summary>
public abstract class ScanTests(RunningServer server)
{
    internal const string Api = "/codeinsight/api";

    internal const string Lock = """
        {"name":"shop","version":"1.0.0","lockfileVersion":3,"packages":{
          "":{"name":"shop","version":"1.0.0","dependencies":{"left-pad":"1.3.0"}},
          "node_modules/left-pad":{"version":"1.3.0","license":"WTFPL"}}}
        """;

    internal static ByteArrayContent Zip(params (string Path, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return new ByteArrayContent(memory.ToArray());
    }

    internal static async Task<JsonNode> Project(HttpClient client) => (await client.Post($"{Api}/projects", new { name = "shop" }).Body(HttpStatusCode.Created))["id"]!;

    internal static async Task<JsonNode> Finished(HttpClient client, JsonNode job)
    {
        while (true)
        {
            var seen = await client.GetAsync($"{Api}/jobs/{job}").Body();
            if ((string)seen["status"]! is "Completed" or "Failed" or "Terminated" or "Canceled") return seen;
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task Rescan_WithWhatTheFirstKept_SaysTheSame_AndTheProjectTakesItAlong()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var id = await Project(client);
        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", Zip(("a.c", "// Copyright 2011 Ada Wren\n// Licensed under the Apache License, Version 2.0\n"))).Body();
        var cache = Path.Combine(server.Data, "cache", $"{tenant.Id.Key}");

        await Finished(client, (await client.PostAsync($"{Api}/scanResource/projectScan/{id}", null).Body())["Content: "]!);
        var first = (await client.GetAsync($"{Api}/projects/{id}/evidences").Body())["data"]!.ToJsonString();
        Directory.GetFiles(cache, "evidence.answers", SearchOption.AllDirectories).ShouldHaveSingleItem();
        await Finished(client, (await client.PostAsync($"{Api}/scanResource/projectScan/{id}", null).Body())["Content: "]!);

        (await client.GetAsync($"{Api}/projects/{id}/evidences").Body())["data"]!.ToJsonString().ShouldBe(first);
        await client.DeleteAsync($"{Api}/projects/{id}").Is(HttpStatusCode.OK);
        Directory.GetDirectories(cache).ShouldBeEmpty();
    }

    [Fact]
    public async Task UploadAndScan_ShowFilesPackagesAndInventory()
    {
        var client = await (await server.NewTenant()).Admin();
        var id = await Project(client);

        var uploaded = await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}&deleteExistingFileOnServer=True", Zip(("web/package-lock.json", Lock), ("src/a.js", "let a = 1;\n"))).Body();
        var task = (await client.PostAsync($"{Api}/scanResource/projectScan/{id}", null).Body())["Content: "]!;
        var job = await Finished(client, task);

        ((string)uploaded["Content: "]!).ShouldStartWith("File upload successful");
        ((string)job["status"]!).ShouldBe("Completed", job.ToJsonString());
        (await client.GetAsync($"{Api}/project/scanStatus/{task}").Body()).ToJsonString().ShouldBe("""{"Content: ":"completed"}""");

        var files = (await client.GetAsync($"{Api}/projects/{id}/allscannedfiles?includeMD5Hash=true").Body())["data"]!.AsArray();
        files.Select(f => ((string)f!["filePath"]!, (string)f["inInventory"]!)).ShouldBe([("src/a.js", "false"), ("web/package-lock.json", "true")]);
        ((string)files[0]!["fileMD5"]!).ShouldMatch("^[0-9a-f]{32}$");
        files[0]!.AsObject().ContainsKey("fileSHA1").ShouldBeFalse();

        var inventory = await client.GetAsync($"{Api}/project/inventory/{id}").Body();
        var item = inventory["inventoryItems"]!.AsArray().Single(i => (string)i!["componentName"]! == "left-pad")!;
        ((string)item["purl"]!).ShouldBe("pkg:npm/left-pad@1.3.0");
        ((string)item["name"]!).ShouldBe("left-pad 1.3.0 (WTFPL)");
        item["filePaths"]!.ToJsonString().ShouldBe("""["web/package-lock.json"]""");
        var summary = (await client.GetAsync($"{Api}/projects/{id}/inventorySummary/?offset=1&vulnerabilitySummary=true&cvssVersion=V3").Body())["data"]!.AsArray();
        summary.Single(i => (string)i!["componentName"]! == "left-pad")!["vulnerabilitySummary"]![0]!["CvssV3"]!["Critical"]!.GetValue<int>().ShouldBe(0);
        ((string)(await client.GetAsync($"{Api}/projects/{id}").Body())["data"]!["projectStatus"]!).ShouldBe("Analysis In Progress");
    }

    [Fact]
    public async Task Rescan_KeepsTheNumbersOfItemsAndHidesWhatVanished()
    {
        var client = await (await server.NewTenant()).Admin();
        var id = await Project(client);
        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", Zip(("package-lock.json", Lock), ("go.mod", "module m\n\ngo 1.22\n\nrequire golang.org/x/text v0.3.0\n"))).Body();
        await Finished(client, (await client.PostAsync($"{Api}/scanResource/projectScan/{id}", null).Body())["Content: "]!);
        var before = (await client.GetAsync($"{Api}/project/inventory/{id}").Body())["inventoryItems"]!.AsArray();

        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}&deleteExistingFileOnServer=true", Zip(("package-lock.json", Lock))).Body();
        await Finished(client, (await client.PostAsync($"{Api}/scanResource/projectScan/{id}?fullRescan=true", null).Body())["Content: "]!);
        var after = (await client.GetAsync($"{Api}/project/inventory/{id}").Body())["inventoryItems"]!.AsArray();

        before.Select(i => (string)i!["componentName"]!).ShouldContain("golang.org/x/text".Split('/')[^1]);
        after.Select(i => (string)i!["componentName"]!).ShouldNotContain("text");
        after.Single(i => (string)i!["componentName"]! == "left-pad")!["id"]!.ToString().ShouldBe(before.Single(i => (string)i!["componentName"]! == "left-pad")!["id"]!.ToString());
    }

    [Fact]
    public async Task Upload_WithoutDeleting_LiesOverWhatIsThere_AndKeepsWhatPeopleDecided()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var id = await Project(client);
        var app = tenant.Org("apps/shop");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await Scanned(("src/key.js", $"const key = `{key.ExportECPrivateKeyPem()}`;\n"), ("src/old.js", "let a = 1;\n"), ("README", "read me\n"));
        var found = (await client.GetAsync($"{app}/findings").Response())["findings"]!.AsArray().ShouldHaveSingleItem()!;
        await client.Put($"{app}/findings/{found["id"]}/status", new { status = "ignore" }).Body();

        await Scanned(("src/old.js", "let changed = 2;\n"), ("src/new.cs", "class New;\n"));

        // Lists leave out what is ignored; a finding told anew would stand in it.
        var list = await client.GetAsync($"{app}/findings").Response();
        list["findings"]!.AsArray().ShouldBeEmpty();
        ((string)list["scan"]!["language"]!).ShouldBe("javascript");
        var still = await client.GetAsync($"{app}/findings/{found["id"]}").Response();
        ((string)still["status"]!).ShouldBe("ignored");
        still["tags"]!.AsArray().Where(t => (string)t!["key"]! == "language").Select(t => (string)t!["value"]!).ShouldBe(["javascript"]);
        var files = (await client.GetAsync($"{Api}/projects/{id}/allscannedfiles").Body())["data"]!.AsArray();
        files.Select(f => (string)f!["filePath"]!).Order(StringComparer.Ordinal).ShouldBe(["README", "src/key.js", "src/new.cs", "src/old.js"]);
        ((long)(await client.GetAsync($"{Api}/projects/{id}").Body())["data"]!["numberOfLines"]!).ShouldBe(3 + key.ExportECPrivateKeyPem().Split('\n').Length);
        using var page = await PageClient.SignedIn(tenant);
        (await page.Page("/applications/shop/file?path=src/old.js")).ShouldContain("let changed = 2;");
        (await page.Page("/applications/shop/file?path=README")).ShouldContain("read me");

        async Task Scanned(params (string Path, string Text)[] code)
        {
            await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", Zip(code)).Body();
            await Finished(client, (await client.PostAsync($"{Api}/scanResource/projectScan/{id}", null).Body())["Content: "]!);
        }
    }

    [Fact]
    public async Task Upload_OfSomethingHostile_Is400AndKeepsNothing()
    {
        var client = await (await server.NewTenant()).Admin();
        var id = await Project(client);

        var parent = await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", Zip(("../../etc/passwd", "x"))).Body(HttpStatusCode.BadRequest);
        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", new StringContent("no archive at all")).Is(HttpStatusCode.BadRequest);
        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}&expansionLevel=4", Zip(("a", "x"))).Is(HttpStatusCode.BadRequest);
        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}&archiveDirSuffix=a/b", Zip(("a", "x"))).Is(HttpStatusCode.BadRequest);
        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId=999999999", Zip(("a", "x"))).Is(HttpStatusCode.BadRequest);

        var empty = await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", Zip()).Body(HttpStatusCode.BadRequest);

        ((string)parent["Error: "]!).ShouldNotBeEmpty();
        ((string)empty["Error: "]!).ShouldContain("holds no files");
        var start = await client.PostAsync($"{Api}/scanResource/projectScan/{id}", null).Body(HttpStatusCode.BadRequest);
        ((string)start["Error: "]!).ShouldContain("upload");
    }

    [Fact]
    public async Task StartingTwice_Is409NamingTheTaskAsClientsCutIt()
    {
        var client = await (await server.NewTenant()).Admin();
        var id = await Project(client);
        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", Zip(("package-lock.json", Lock))).Body();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => client.PostAsync($"{Api}/scanResource/projectScan/{id}", null)));

        // Two at the very same moment may both be queued; the third one meets at least one of them or finds both done.
        answers.ShouldContain(a => a.StatusCode == HttpStatusCode.OK);
        foreach (var conflict in answers.Where(a => a.StatusCode == HttpStatusCode.Conflict))
        {
            var text = (string)JsonNode.Parse(await conflict.Content.ReadAsStringAsync())!["Error: "]!;
            long.TryParse(text.Split("task ID: ")[1][..^2], out _).ShouldBeTrue(text);
        }
    }

    [Fact]
    public async Task EmptyInventory_IsThePageOutOfBounds()
    {
        var client = await (await server.NewTenant()).Admin();
        var id = await Project(client);

        var error = await client.GetAsync($"{Api}/projects/{id}/inventorySummary").Body(HttpStatusCode.BadRequest);

        ((string)error["errors"]![0]!["message"]!).ShouldBe("The page 1 you requested is out of bounds. Total records :0 number of pages :0");
    }

    [Fact]
    public async Task OtherTenantsCallers_AndThoseWithoutTheScope_GetNothing()
    {
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var id = await Project(client);
        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", Zip(("package-lock.json", Lock))).Body();
        var task = (await client.PostAsync($"{Api}/scanResource/projectScan/{id}", null).Body())["Content: "]!;
        var stranger = await (await server.NewTenant()).Admin();
        var observer = await tenant.WithoutRoles();

        foreach (var path in new[] { $"jobs/{task}", $"projects/{id}/allscannedfiles", $"projects/{id}/evidences", $"projects/{id}/inventorySummary", $"project/inventory/{id}" })
        {
            await stranger.GetAsync($"{Api}/{path}").Is(HttpStatusCode.NotFound);
            await observer.GetAsync($"{Api}/{path}").Is(HttpStatusCode.Forbidden);
        }
        await stranger.GetAsync($"{Api}/project/scanStatus/{task}").Is(HttpStatusCode.BadRequest);
        await stranger.PostAsync($"{Api}/scanResource/projectScan/{id}", null).Is(HttpStatusCode.BadRequest);
        await observer.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", Zip(("a", "x"))).Is(HttpStatusCode.Forbidden);
    }

    public sealed class OnSqlite(SqliteServer server) : ScanTests(server);

    public sealed class OnPostgres(PostgresServer server) : ScanTests(server);
}
