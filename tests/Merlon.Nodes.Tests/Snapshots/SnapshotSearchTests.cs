using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Tests.Snapshots;

public sealed class SnapshotSearchTests
{
    static readonly SnapshotItem[] Machine =
    [
        Stored.Item("files|linux|/opt/app/Log4j-core-2.14.jar", ("checksum", "00")),
        Stored.Item("packages|apt|liblog4j2-java", ("version", "2.17.1")),
        Stored.Item("packages|apt|zlib1g", ("comment", "Bücher")),
        Stored.Item("services|linux|shop", ("description", "logs through LOG4J"), ("log4j", "yes")),
    ];

    [Theory]
    [InlineData("a name or a value, any case", "log4j", null, false, "/opt/app/Log4j-core-2.14.jar liblog4j2-java shop")]
    [InlineData("one section", "log4j", "Packages", false, "liblog4j2-java")]
    [InlineData("a whole attribute name", "LOG4J", null, true, "shop")]
    [InlineData("a whole value", "2.17.1", null, true, "liblog4j2-java")]
    [InlineData("letters beyond ASCII", "bÜCHER", null, false, "zlib1g")]
    [InlineData("a section's name is no hit", "packages", null, false, "")]
    [InlineData("nothing asked", "", null, false, "")]
    [InlineData("not there", "struts", null, false, "")]
    public void Find_InASnapshot_GivesTheItems(string row, string text, string? section, bool exact, string found)
    {
        using var reader = Stored.Of(Machine);
        string.Join(' ', SnapshotSearch.Find(reader, new SnapshotQuery(text, section, exact)).Select(i => i.Path.Name)).ShouldBe(found, row);
    }

    [Fact]
    public void Find_InAnySnapshot_AgreesWithLookingAtEveryItem()
    {
        using var reader = Stored.Of(new RandomMachine(9).Items(1000).Values);
        foreach (var text in new[] { "ab", "AB1", "ü", "lib64", "true" })
        {
            bool Has(string candidate) => candidate.Contains(text, StringComparison.OrdinalIgnoreCase);
            var expected = reader.Read().Where(i => i.Path.Names.Skip(1).Any(Has) || i.Attributes.Any(a => Has(a.Name) || Has(a.Value.Text))).ToList();
            SnapshotSearch.Find(reader, new SnapshotQuery(text)).ShouldBe(expected);
        }
    }
}
