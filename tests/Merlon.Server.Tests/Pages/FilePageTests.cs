using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Scans;
using Merlon.Server.Tests.Apis.CodeInsight;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Pages;

/// <summary>The scanned code folder by folder, and one file with what was found in it, as text.</summary>
public abstract partial class FilePageTests(RunningServer server)
{
    private const string HostileName = "<img src=x onerror=alert(1)>.js";
    private static readonly string[] HostilePaths =
    [
        "file?path=../src/f000.c", "file?path=src/../src/f000.c", "file?path=..%2F..%2Fetc%2Fpasswd", "file?path=/etc/passwd", "file?path=src", "file?path=%00", "file",
        "files?folder=..", "files?folder=/", "files?folder=src/..", "files?folder=src/f000.c", "files?folder=%00",
    ];

    private const string Vulnerable = "pkg:npm/files-page-sample@1.0.0";

    [Fact]
    public async Task File_OfAKeptCodebase_ShowsItsTextWithTheEvidenceMarkedAndNoSecret()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var pem = key.ExportECPrivateKeyPem();
        var tenant = await server.NewTenant();
        var code = await Uploaded(
            tenant,
            ($"src/{HostileName}", "// SPDX-License-Identifier: MIT\nlet a = '<script>alert(1)</script>';\n"),
            ("src/key.js", $"// Copyright 2024 Ada Lovelace\nconst key = `{pem}`;\nconst last = 1;\n"));
        var address = AddressOf(code);
        using var client = await PageClient.SignedIn(tenant);

        var hostile = await client.Page($"{address}/file?path={Uri.EscapeDataString($"src/{HostileName}")}");
        hostile.ShouldContain("id=\"L1\" class=\"tone-good\"");
        hostile.ShouldContain("href=\"#L1\"");
        hostile.ShouldContain("&lt;script&gt;alert(1)");
        hostile.ShouldNotContain("<script");
        hostile.ShouldNotContain("<img src=x");

        var secret = WebUtility.HtmlDecode(await client.Page($"{address}/file?path=src/key.js"));
        secret.ShouldContain("// Copyright 2024 Ada Lovelace");
        secret.ShouldContain("const last = 1;");
        secret.ShouldContain("Private key");
        foreach (var line in pem.Split('\n')) secret.ShouldNotContain(line);
        LeftOut().Count(secret).ShouldBe(pem.Split('\n').Length);
    }

    [Fact]
    public async Task File_ForAGuest_ShowsWhatWasFoundButNoText()
    {
        var tenant = await server.NewTenant();
        var code = await Uploaded(tenant, ("a.js", "// Copyright 2024 Ada Lovelace\nlet first = 1;\n"));
        using var member = await PageClient.SignedIn(tenant, "MEMBER");
        using var guest = await PageClient.SignedIn(tenant, "GUEST");

        (await member.Page($"{AddressOf(code)}/file?path=a.js")).ShouldContain("let first = 1;");
        var page = await guest.Page($"{AddressOf(code)}/file?path=a.js");
        page.ShouldContain("Ada Lovelace");
        page.ShouldContain("source:read");
        page.ShouldNotContain("let first");
    }

    [Fact]
    public async Task File_WhoseCodeWasReplaced_HasNoText()
    {
        var tenant = await server.NewTenant();
        var code = await Uploaded(tenant, ("a.js", "let first = 1;\n"));
        using var client = await PageClient.SignedIn(tenant);
        (await client.Page($"{AddressOf(code)}/file?path=a.js")).ShouldContain("let first = 1;");
        await Upload(tenant, code, ("a.js", "let second = 2;\n"));
        var page = await client.Page($"{AddressOf(code)}/file?path=a.js");
        page.ShouldContain("no longer kept");
        page.ShouldNotContain("let second");
    }

    [Fact]
    public async Task Folder_WithMoreThanAStretch_IsWalkedWithoutGaps()
    {
        var (client, address, _) = await Sample();
        var root = await client.Page($"{address}/files");
        root.ShouldContain("130 files");
        root.ShouldContain("Files by licence: MIT 130");
        root.ShouldContain("1 advisories: 1 critical, 0 high, 0 medium, 0 low, 0 unrated");

        var first = await client.Page($"{address}/files?folder=src");
        var rest = await client.Page(WebUtility.HtmlDecode(Next().Match(first).Groups[1].Value));
        FileNames().Matches(first + rest).Select(match => match.Groups[1].Value).ShouldBe(Enumerable.Range(0, 130).Select(i => $"f{i:000}.c"));
        Next().IsMatch(rest).ShouldBeFalse();
        client.Dispose();
    }

    [Fact]
    public async Task Folder_WithHostileNames_ShowsThemAsText()
    {
        var (client, address, _) = await Sample();
        var page = await client.Page($"{address}/files");
        page.ShouldContain("&lt;img src=x");
        page.ShouldNotContain("<img src=x");
        var file = await client.Page($"{address}/file?path={Uri.EscapeDataString(HostileName)}");
        file.ShouldContain("&lt;b&gt;Somebody&lt;/b&gt;");
        file.ShouldContain("was never sent to this server");
        client.Dispose();
    }

    [Fact]
    public async Task Evidence_OnALineWithASecret_IsNotShown()
    {
        var (client, address, _) = await Sample();
        var page = await client.Page($"{address}/file?path=src/f001.c");
        page.ShouldContain("Password in an address");
        page.ShouldContain("https://merlon.test/kept");
        page.ShouldNotContain("hunter2");
        client.Dispose();
    }

    [Fact]
    public async Task Path_ThatIsNotInTheScan_IsNotThere()
    {
        var (client, address, _) = await Sample();
        foreach (var path in HostilePaths) await client.Page($"{address}/{path}", HttpStatusCode.NotFound);
        client.Dispose();
    }

    [Fact]
    public async Task Files_ForWhoMayNotSeeThem_AreRefusedOrNotThere()
    {
        var (owner, address, tenant) = await Sample();
        (await owner.Page($"{address}/file?path=src/f000.c")).ShouldContain("Buffer overrun");
        owner.Dispose();
        using var developer = await PageClient.SignedIn(tenant, "Developer");
        using var reviewer = await PageClient.SignedIn(tenant, "Legal Reviewer");
        using var stranger = await PageClient.SignedIn(await server.NewTenant());
        foreach (var path in new[] { "files", "file?path=src/f000.c" })
        {
            await developer.Page($"{address}/{path}", HttpStatusCode.Forbidden);
            await stranger.Page($"{address}/{path}", HttpStatusCode.NotFound);
        }
        var file = await reviewer.Page($"{address}/file?path=src/f000.c");
        file.ShouldContain("MIT");
        file.ShouldNotContain("Buffer overrun");
    }

    private async Task<(PageClient Client, string Address, TestTenant Tenant)> Sample()
    {
        var tenant = await server.NewTenant();
        var application = await SampleScans.Application(tenant, "Code");
        List<ScanResult> found =
        [
            SampleScans.File(HostileName) with { Copyrights = [new("Copyright <b>Somebody</b>", ["Somebody"], 1)] },
            .. Enumerable.Range(0, 130).Select(i => SampleScans.File($"src/f{i:000}.c") with
            {
                Licenses = [new("MIT", 1, 2, 0, 60, 100)],
                Urls = i == 1 ? [new("https://merlon.test/kept", 2), new("https://user:hunter2@merlon.test/", 3)] : [],
            }),
            SampleScans.Finding("Buffer overrun", FindingSeverity.High, 4) with { Path = "src/f000.c" },
            SampleScans.Finding("Password in an address", FindingSeverity.High, 3, FindingType.Secret) with { Path = "src/f001.c" },
            SampleScans.Package(Vulnerable, "package.json"), SampleScans.Advisory("CVE-2026-0001", Vulnerable, FindingSeverity.Critical, null),
        ];
        await SampleScans.Scan(tenant, application, new ScanCounts(), found);
        return (await PageClient.SignedIn(tenant), AddressOf(application), tenant);
    }

    private static string AddressOf(Application application) => $"/applications/{application.PublicId}";

    private static async Task<Application> Uploaded(TestTenant tenant, params (string Path, string Text)[] files)
    {
        var application = await SampleScans.Application(tenant, "Code");
        using var client = await Upload(tenant, application, files);
        var job = await ScanTests.Finished(client, (await client.PostAsync($"/codeinsight/api/scanResource/projectScan/{application.Key}", null).Body())["Content: "]!);
        ((string)job["status"]!).ShouldBe("Completed", job.ToJsonString());
        return application;
    }

    private static async Task<HttpClient> Upload(TestTenant tenant, Application application, params (string Path, string Text)[] files)
    {
        var client = await tenant.Admin();
        await client.PostAsync($"/codeinsight/api/project/uploadProjectCodebase?projectId={application.Key}&deleteExistingFileOnServer=true", ScanTests.Zip(files)).Body();
        return client;
    }

    [GeneratedRegex("not shown: a secret stands on this line</i>", RegexOptions.NonBacktracking)]
    private static partial Regex LeftOut();

    [GeneratedRegex("<a href=\"([^\"]+)\" rel=\"next\">", RegexOptions.NonBacktracking)]
    private static partial Regex Next();

    [GeneratedRegex(">(f[0-9]{3}\\.c)</a>", RegexOptions.NonBacktracking)]
    private static partial Regex FileNames();

    public sealed class OnSqlite(SqliteServer server) : FilePageTests(server);

    public sealed class OnPostgres(PostgresServer server) : FilePageTests(server);
}
