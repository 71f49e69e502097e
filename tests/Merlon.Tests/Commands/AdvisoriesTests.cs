using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Merlon.Tests.Commands;

public sealed class AdvisoriesTests : IDisposable
{
    private static readonly string Samples = Path.Combine(MerlonProcess.Checkout, "samples");
    private static readonly string Advisories = Path.Combine(Samples, "advisories");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("merlon-advisories-");

    private string Data => Path.Combine(_folder.FullName, "data");

    [Fact]
    public async Task Import_OfFolderArchiveAndFile_FillsTheStoreThatScanReads()
    {
        var archive = Path.Combine(_folder.FullName, "all.zip");
        await ZipFile.CreateFromDirectoryAsync(Advisories, archive);
        var catalogue = Path.Combine(_folder.FullName, "kev.json");
        await File.WriteAllTextAsync(catalogue, """{"title":"KEV","catalogVersion":"1","vulnerabilities":[{"cveID":"CVE-2021-44228","dateAdded":"2021-12-10"}]}""");
        var count = Directory.EnumerateFiles(Advisories).Count();

        (await Import(Advisories, catalogue)).Done().ShouldBe($"{count + 1} advisories read, {count + 1} of them new or changed.\n");
        (await Import(archive)).Done().ShouldBe($"{count} advisories read, 0 of them new or changed.\n");

        var report = JsonNode.Parse((await MerlonProcess.Run("scan", Samples, "--format", "json", "--only", "vulnerabilities", "--data", Data)).Done())!;
        report["vulnerabilities"]!.AsArray().Select(v => (string)v!["id"]!).Distinct().Count().ShouldBe(count);
    }

    [Fact]
    public async Task Import_OfWhatIsNoAdvisory_SkipsItAndSaysWhy()
    {
        var file = Path.Combine(_folder.FullName, "broken.json");
        await File.WriteAllTextAsync(file, "{ not json");
        var outcome = await Import(file, Advisories);
        outcome.Done();
        outcome.Error.ShouldContain("skipped " + file);
        (await Import(file)).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Import_OfAFileThatIsNotThere_ChangesNothing()
    {
        (await Import(Advisories, "/nowhere.zip")).Refused().ShouldContain("/nowhere.zip");
        Directory.Exists(Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Scan_OfAnInstallationThatIsNotThere_IsRefused() =>
        (await MerlonProcess.Run("scan", Samples, "--only", "vulnerabilities", "--data", Data)).Refused().ShouldContain("no installation");

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<CommandOutcome> Import(params string[] paths) => MerlonProcess.Run(["advisories", "import", .. paths, "--data", Data]);
}
