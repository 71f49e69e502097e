using System.Formats.Tar;
using System.Text;
using Merlon.Analysis.Tests.Trees;

namespace Merlon.Analysis.Tests.Manifests.Archives;

public sealed class ArchiveContentTests
{
    [Fact]
    public async Task Archives_OfEveryKind_SayWhatTheyAre()
    {
        using var tree = new ManifestTree();
        var log4j = TestArchives.Zip(("META-INF/maven/org.apache.logging.log4j/log4j-core/pom.properties", "version=2.14.1\ngroupId=org.apache.logging.log4j\nartifactId=log4j-core\n"));
        tree.Folder.Write("app.war", TestArchives.Zip([("WEB-INF/lib/log4j.jar", log4j), ("x.class", "x"u8.ToArray())]));
        tree.Folder.Write("x.whl", TestArchives.Zip(("x-1.0.dist-info/METADATA", "Name: x\nVersion: 1.0\nLicense: MIT\n")));
        tree.Folder.Write("n.nupkg", TestArchives.Zip(("n.nuspec", "<package><metadata><id>N</id><version>2.0.0</version><license type=\"expression\">Apache-2.0</license></metadata></package>")));
        tree.Folder.Write("g.gem", TestArchives.Tar(new PaxTarEntry(TarEntryType.RegularFile, "metadata.gz")
        {
            DataStream = new MemoryStream(TestArchives.Gzip(Encoding.UTF8.GetBytes("--- !ruby/object:Gem::Specification\nname: g\nversion: !ruby/object:Gem::Version\n  version: 3.0\nplatform: ruby\nlicenses:\n- BSD-2-Clause\n"))),
        }));

        (await tree.Packages(withManifest: true)).ShouldBe([
            "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1 runtime in app.war!/WEB-INF/lib/log4j.jar!/META-INF/maven/org.apache.logging.log4j/log4j-core/pom.properties",
            "pkg:gem/g@3.0 runtime direct (BSD-2-Clause) in g.gem!/metadata.gz",
            "pkg:nuget/N@2.0.0 runtime direct (Apache-2.0) in n.nupkg!/n.nuspec",
            "pkg:pypi/x@1.0 runtime direct (MIT) in x.whl!/x-1.0.dist-info/METADATA",
        ]);
    }

    [Fact]
    public async Task Archive_ThatIsNone_LeavesANote()
    {
        using var tree = new ManifestTree(("broken.jar", "no zip"));

        (await tree.Notes()).ShouldHaveSingleItem().ShouldStartWith("broken.jar: The file was not read: not a supported archive");
    }

    [Fact]
    public async Task Archive_InTooManyOthers_StopsAndSaysSo()
    {
        using var tree = new ManifestTree();
        var nested = TestArchives.Zip(("a", "a"));
        for (var i = 0; i < 20; i++) nested = TestArchives.Zip([("n.jar", nested)]);
        tree.Folder.Write("deep.jar", nested);

        (await tree.Notes()).ShouldHaveSingleItem().ShouldContain("lies in more than");
    }
}
