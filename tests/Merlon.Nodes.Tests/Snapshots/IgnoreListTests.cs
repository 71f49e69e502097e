using System.Text.Json;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Tests.Snapshots;

public sealed class IgnoreListTests
{
    static readonly ItemChange Change = new(
        ItemPath.Of("files", "linux", "/var/log/app.log"),
        ItemAttributes.Of(("checksum", "1"), ("mode", "0644"), ("size", "1")),
        ItemAttributes.Of(("checksum", "2"), ("mode", "0600"), ("size", "1")));

    [Theory]
    [InlineData("another section", """{"users": {}}""", "checksum mode", "")]
    [InlineData("the section", """{"files": {}}""", "", "checksum mode")]
    [InlineData("any section", """{"*": {}}""", "", "checksum mode")]
    [InlineData("the sub-section", """{"files": {"linux": {}}}""", "", "checksum mode")]
    [InlineData("the item", """{"files": {"linux": {"/var/log/app.log": []}}}""", "", "checksum mode")]
    [InlineData("all attributes", """{"files": {"linux": {"/var/log/app.log": ["*"]}}}""", "", "checksum mode")]
    [InlineData("one attribute", """{"files": {"linux": {"/var/log/app.log": ["checksum"]}}}""", "mode", "checksum")]
    [InlineData("items by pattern", """{"files": {"*": {"/var/*.log": ["mode"]}}}""", "checksum", "mode")]
    [InlineData("another pattern", """{"files": {"*": {"/etc/*": ["mode"]}}}""", "checksum mode", "")]
    [InlineData("two rules", """{"files": {"*": {"*": ["mode"], "/var/*": ["checksum"]}}}""", "", "checksum mode")]
    [InlineData("an attribute that did not change", """{"files": {"linux": {"*": ["size"]}}}""", "checksum mode", "")]
    public void Split_OfAModifiedItem_PartsItsAttributes(string row, string list, string kept, string ignored)
    {
        var (shown, hidden) = Read(list).Split(Change);
        Names(shown).ShouldBe(kept, row);
        Names(hidden).ShouldBe(ignored, row);
    }

    [Fact]
    public void Split_OfAnAddedItem_KeepsItWithoutTheIgnoredAttributes()
    {
        var (shown, hidden) = Read("""{"files": {"*": {"*": ["mode"]}}}""").Split(Change with { Old = null });
        shown!.Kind.ShouldBe(ChangeKind.Added);
        Names(shown).ShouldBe("checksum size");
        Names(hidden).ShouldBe("mode");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"files": 3}""")]
    [InlineData("""{"files": {"linux": {"x": [1]}}}""")]
    public void Read_OfSomethingElse_SaysWhatIsWrong(string json)
    {
        using var document = JsonDocument.Parse(json);
        IgnoreList.TryRead(document.RootElement, out _, out var error).ShouldBeFalse();
        error.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "abcd", false)]
    [InlineData("*a*b*", "xxaxxbxx", true)]
    [InlineData("**", "x", true)]
    [InlineData("a*ab", "aab", true)]
    public void Wildcard_MatchesWholeText(string pattern, string text, bool matches) => Wildcard.Matches(pattern, text).ShouldBe(matches);

    static IgnoreList Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        IgnoreList.TryRead(document.RootElement, out var list, out var error).ShouldBeTrue(error);
        return list!;
    }

    static string Names(ItemChange? change) => change is null ? "" : string.Join(' ', change.Attributes().Select(a => a.Name));
}
