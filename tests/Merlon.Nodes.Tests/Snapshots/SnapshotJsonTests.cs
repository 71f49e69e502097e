using System.Text.Json;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Tests.Snapshots;

public sealed class SnapshotJsonTests
{
    const string Tree = """
        {"Commands":{"Output":{"StdOut":"up"}},"Web":{"Headers":{"strict-transport-security":{"Value":"max-age=1"}}},
        "files":{"linux":{"/etc/hosts":{"checksum":"0f1e","text_file_id":20}}},
        "inventory":{"facts":{"big":{"value":12345678901234567890.50},"ok":{"value":true},"timezone":{"value":"PDT"},"what":{"value":null}}},
        "services":{}}
        """;

    [Fact]
    public void Tree_ReadAndWritten_IsTheSameJson()
    {
        using var reader = Stored.Of(Items(Tree), ("services", SectionState.Complete));
        Stored.Json(json => SnapshotJson.Write(reader, json)).ShouldBe(Tree.ReplaceLineEndings(""));
    }

    [Fact]
    public void Section_Written_IsWhatIsInsideIt()
    {
        using var reader = Stored.Of([.. Items(Tree)]);
        Stored.Json(json => SnapshotJson.WriteSection(reader, "files", json)).ShouldBe("""{"linux":{"/etc/hosts":{"checksum":"0f1e","text_file_id":20}}}""");
        Stored.Json(json => SnapshotJson.WriteSection(reader, "nothing", json)).ShouldBe("{}");
    }

    [Fact]
    public void Json_OfAnySnapshot_ReadsBackAsIt()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var items = new RandomMachine(seed).Items(300).Values.Where(i => i.Path.Names.Length == 3).OrderBy(i => i.Path).ToList();
            using var reader = Stored.Of(items);
            Items(Stored.Json(json => SnapshotJson.Write(reader, json))).OrderBy(i => i.Path).ShouldBe(items);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("""{"packages": "none"}""")]
    public void Tree_ThatIsNone_IsRefused(string json) => Should.Throw<FormatException>(() => Items(json));

    [Fact]
    public void Tree_TooDeep_IsRefused_AndLongNamesAndValuesAreShortened()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"x":""", 30)) + "1" + new string('}', 30);
        Should.Throw<FormatException>(() => Items(deep));
        var name = new string('n', 100_000);
        var item = Items($$$$"""{"s":{"{{{{name}}}}1":{"v":"{{{{name}}}}"}}}""").Single();
        item.Path.Name.Length.ShouldBeLessThan(4096);
        item.Path.ShouldNotBe(Items($$$$"""{"s":{"{{{{name}}}}2":{"v":"1"}}}""").Single().Path);
        item.Attributes["v"]!.Value.Text.Length.ShouldBeLessThan(SnapshotLimits.ValueCharacters + 200);
    }

    [Fact]
    public void Item_AsJson_ComesBackEqual()
    {
        foreach (var item in new RandomMachine(11).Items(100).Values)
            JsonSerializer.Deserialize<SnapshotItem>(JsonSerializer.Serialize(item)).ShouldBe(item);
    }

    static List<SnapshotItem> Items(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. SnapshotTree.Read(document.RootElement)];
    }
}
