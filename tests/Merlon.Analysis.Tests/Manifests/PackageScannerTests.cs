namespace Merlon.Analysis.Tests.Manifests;

public sealed class PackageScannerTests
{
    [Theory]
    [InlineData("package.json", "{ not json")]
    [InlineData("package-lock.json", "")]
    [InlineData("yarn.lock", "   odd indent")]
    [InlineData("pnpm-lock.yaml", "a: [")]
    [InlineData("pom.xml", "<project>")]
    [InlineData("Cargo.lock", "[[package")]
    [InlineData("x.csproj", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>")]
    public async Task Scan_OfAManifestThatIsNone_LeavesANoteAndGoesOn(string path, string content)
    {
        using var tree = new ManifestTree(("a/" + path, content), ("b/go.mod", "module m\nrequire x.org/y v1.0.0\n"));

        (await tree.Packages()).ShouldBe(["pkg:golang/x.org/y@v1.0.0 runtime direct"]);
        (await tree.Notes()).ShouldHaveSingleItem().ShouldStartWith($"a/{path}: The file was not read");
    }

    [Fact]
    public async Task Scan_WhereTheLockFileIsBroken_FallsBackToTheManifest()
    {
        using var tree = new ManifestTree(("package.json", """{ "dependencies": { "a": "1.0.0" } }"""), ("package-lock.json", "{ broken"));

        (await tree.Packages()).ShouldBe(["pkg:npm/a@1.0.0 runtime direct"]);
    }

    [Fact]
    public async Task Scan_OfAManifestPastTheLimit_DoesNotReadIt()
    {
        using var tree = new ManifestTree(("go.mod", "module m\n" + new string(' ', 5000)));

        (await tree.Results(new() { ManifestBytes = 1000 })).OfType<ScanNote>().ShouldHaveSingleItem().Message.ShouldContain("larger than");
    }

    [Fact]
    public async Task Scan_PastTheLimitOfPackages_CutsAndSaysSo()
    {
        using var tree = new ManifestTree(("requirements.txt", string.Concat(Enumerable.Range(0, 50).Select(i => $"p{i}==1\n"))));

        var results = await tree.Results(new() { Packages = 10 });

        results.OfType<FoundPackage>().Count().ShouldBe(10);
        results.OfType<ScanNote>().ShouldHaveSingleItem().Code.ShouldBe("packages-cut");
    }
}
