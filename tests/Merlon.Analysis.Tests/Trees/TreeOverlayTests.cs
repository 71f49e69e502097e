using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Trees;

public sealed class TreeOverlayTests
{
    [Fact]
    public void Lay_OverNothing_IsTheTree()
    {
        using var folder = new TestFolder();
        folder.Write("upper/a/b.txt", "b");

        TreeOverlay.Lay(folder.At("upper"), folder.At("lower"), TestContext.Current.CancellationToken);

        folder.Files().ShouldBe(["lower/a/b.txt"]);
    }

    [Theory]
    [InlineData("a file over a file", "src/a.txt", "src/a.txt", new[] { "src/a.txt" })]
    [InlineData("a file beside a file", "src/a.txt", "src/b.txt", new[] { "src/a.txt", "src/b.txt" })]
    [InlineData("a new folder", "src/a.txt", "lib/c/d.txt", new[] { "lib/c/d.txt", "src/a.txt" })]
    [InlineData("a folder over a file", "src", "src/a.txt", new[] { "src/a.txt" })]
    [InlineData("a file over a folder", "src/a/b.txt", "src", new[] { "src" })]
    public void Lay_OverATree_ReplacesWhatHasItsPathAndKeepsTheRest(string name, string below, string above, string[] all)
    {
        using var folder = new TestFolder();
        folder.Write($"lower/{below}", "below");
        folder.Write($"upper/{above}", "above");

        TreeOverlay.Lay(folder.At("upper"), folder.At("lower"), TestContext.Current.CancellationToken);

        folder.Files("lower").ShouldBe(all, name);
        File.ReadAllText(folder.At($"lower/{above}")).ShouldBe("above", name);
        Directory.Exists(folder.At("upper")).ShouldBeFalse(name);
    }
}
