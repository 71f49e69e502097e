using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Trees;

public sealed class TreeWalkerTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Walk_ListsFilesInOrdinalOrderOfTheWholePath()
    {
        string[] paths = ["B", "a-b/x", "a.txt", "a/b/c", "a/z", "a0", "ä"];
        foreach (var path in paths.Reverse()) folder.Write(path, "x");

        Walk().ShouldBe(paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Walk_FollowsNoLinkAndEntersNoVersionControl()
    {
        folder.Write("tree/src/a", "x");
        folder.Write("tree/.git/config", "x");
        folder.Write("tree/node_modules/m/index.js", "x");
        folder.Write("outside/secret", "x");
        File.CreateSymbolicLink(folder.At("tree/file-link"), folder.At("outside/secret"));
        Directory.CreateSymbolicLink(folder.At("tree/folder-link"), folder.At("outside"));
        Directory.CreateSymbolicLink(folder.At("tree/src/loop"), folder.At("tree"));

        Walk("tree").ShouldBe(["node_modules/m/index.js", "src/a"]);
    }

    [Theory]
    [InlineData("node_modules", "src/main.js;src/min.js.map")]
    [InlineData("*.js", "src/min.js.map;src/node_modules/a.css")]
    [InlineData("src/*.js", "src/min.js.map;src/node_modules/a.css")]
    [InlineData("**/a.css", "src/main.js;src/min.js.map")]
    [InlineData("src/**", "")]
    [InlineData("src/", "")]
    [InlineData("m???n.js", "src/main.js;src/min.js.map;src/node_modules/a.css")]
    [InlineData("mai?.js", "src/min.js.map;src/node_modules/a.css")]
    public void Walk_LeavesOutWhatPatternsName(string pattern, string expected)
    {
        foreach (var path in (string[])["src/main.js", "src/min.js.map", "src/node_modules/a.css"]) folder.Write(path, "x");

        new TreeWalker(folder.Path, [pattern]).Walk(TestContext.Current.CancellationToken).Select(f => f.Path)
            .ShouldBe(expected.Split(';', StringSplitOptions.RemoveEmptyEntries));
    }

    string[] Walk(string below = "") =>
        [.. new TreeWalker(folder.At(below), []).Walk(TestContext.Current.CancellationToken).Select(f => f.Path)];
}
