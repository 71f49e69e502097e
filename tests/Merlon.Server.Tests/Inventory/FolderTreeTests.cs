using Merlon.Core.Inventory;
using Merlon.Core.Inventory.Folders;

namespace Merlon.Server.Tests.Inventory;

/// <summary>Folders made of files that come in path order.</summary>
public sealed class FolderTreeTests
{
    private static readonly string[] Paths = ["README", "a-b/x", "a.c", "a/b/c/1", "a/b/c/2", "a/b2/3", "a/z", "ab/4"];

    [Fact]
    public void Root_HoldsEachFolderWithTheKeysOfItsFiles() =>
        All(Root()).Select(folder => (folder.Path, folder.First, folder.Last, folder.Files, folder.Bytes))
            .ShouldBe([("", 1, 8, 8, 80), ("a-b", 2, 2, 1, 10), ("a", 4, 7, 4, 40), ("a/b", 4, 5, 2, 20), ("a/b/c", 4, 5, 2, 20), ("a/b2", 6, 6, 1, 10), ("ab", 8, 8, 1, 10)]);

    [Fact]
    public void Licenses_AreCountedByFileAndPassedOnUpwards()
    {
        var root = Root();
        root.Licenses.ShouldBe([new LicenseCount("MIT", 8), new LicenseCount("Zlib", 4)]);
        root.Find("a/b")!.Licenses.ShouldBe([new LicenseCount("MIT", 2), new LicenseCount("Zlib", 1)]);
        (root.Evidence, root.LicenseKinds).ShouldBe((20, 2));
    }

    [Theory]
    [InlineData("a/b/c", true)]
    [InlineData("a/b2", true)]
    [InlineData("", true)]
    [InlineData("a/", false)]
    [InlineData("a/b/..", false)]
    [InlineData("a.c", false)]
    [InlineData("/", false)]
    public void Find_KnowsFoldersByTheirWholePathOnly(string path, bool there) => (Root().Find(path)?.Path).ShouldBe(there ? path : null);

    // Every file names MIT twice, every second one Zlib too.
    private static ScannedFolder Root()
    {
        var tree = new FolderTree();
        for (var key = 1; key <= Paths.Length; key++)
            tree.Add(Paths[key - 1], key, 10, new FileEvidenceDocument { Licenses = [new("MIT", 1, 1, 0, 9, 100), new("MIT", 2, 2, 9, 18, 100), .. key % 2 == 0 ? [new Merlon.Analysis.LicenseEvidence("Zlib", 3, 3, 18, 27, 100)] : Array.Empty<Merlon.Analysis.LicenseEvidence>()] });
        return tree.Root();
    }

    private static IEnumerable<ScannedFolder> All(ScannedFolder folder) => folder.Folders.SelectMany(All).Prepend(folder);
}
