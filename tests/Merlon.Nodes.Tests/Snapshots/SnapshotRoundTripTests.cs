using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Tests.Snapshots;

public sealed class SnapshotRoundTripTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(3000)]
    public void Snapshot_WrittenAndRead_HoldsTheSameItemsInOrder(int count)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var items = new RandomMachine(seed).Items(count).Values;
            using var reader = Stored.Of(items);
            reader.Read().ShouldBe(items.OrderBy(i => i.Path));
            reader.Items.ShouldBe(count);
        }
    }

    [Fact]
    public void Builder_ThatSpillsToFiles_WritesTheSameBytes()
    {
        var items = new RandomMachine(5).Items(1000).Values;
        using var spilling = new SnapshotBuilder(itemsInMemory: 64);
        foreach (var item in items.Reverse()) spilling.Add(item);
        using var stream = new MemoryStream();
        spilling.WriteTo(stream);
        stream.ToArray().ShouldBe(Stored.Bytes(items));
    }

    [Fact]
    public void Builder_GivenAPathTwice_KeepsTheFirst_AlsoAcrossRuns()
    {
        using var builder = new SnapshotBuilder(itemsInMemory: 2);
        foreach (var (name, value) in new[] { ("x", "first"), ("y", "1"), ("x", "second"), ("z", "1") })
            builder.Add(Stored.Item("s|" + name, ("v", value)));
        using var stream = new MemoryStream();
        builder.WriteTo(stream);
        using var reader = Stored.Open(stream.ToArray());
        reader.Find(ItemPath.Of("s", "x"))!.Attributes["v"]!.Value.Text.ShouldBe("first");
        reader.Items.ShouldBe(3);
    }

    [Fact]
    public void Find_AnyPath_GivesItsItemOrNull()
    {
        var items = new RandomMachine(7).Items(2000);
        var others = new RandomMachine(8).Items(200).Keys.Where(path => !items.ContainsKey(path));
        using var reader = Stored.Of(items.Values);
        foreach (var (path, item) in items) reader.Find(path).ShouldBe(item);
        foreach (var path in others) reader.Find(path).ShouldBeNull();
    }

    [Fact]
    public void Sections_Marked_KeepTheirStateAndAreThereWhenEmpty()
    {
        using var reader = Stored.Of([Stored.Item("packages|apt|x")], ("services", SectionState.Complete), ("files", SectionState.Incomplete));
        reader.Sections.Select(s => (s.Name, s.State, s.Items)).ShouldBe(
            [("files", SectionState.Incomplete, 0), ("packages", SectionState.Complete, 1), ("services", SectionState.Complete, 0)]);
    }

    [Fact]
    public void Digests_OfEqualSections_AreEqual_AndDifferWithAnyValue()
    {
        using var one = Stored.Of(Stored.Item("a|b|c", ("v", "1")), Stored.Item("d|e|f", ("v", "1")));
        using var other = Stored.Of(Stored.Item("a|b|c", ("v", "1")), Stored.Item("d|e|f", ("v", "2")));
        one.Sections[0].DigestText.ShouldBe(other.Sections[0].DigestText);
        one.Sections[1].DigestText.ShouldNotBe(other.Sections[1].DigestText);
        one.Digest.ShouldNotBe(other.Digest);
    }

    [Fact]
    public void Writer_GivenItemsOutOfOrder_RefusesThem()
    {
        var writer = new SnapshotWriter(Stream.Null);
        writer.Write(Stored.Item("s|b"));
        Should.Throw<ArgumentException>(() => writer.Write(Stored.Item("s|a")));
        Should.Throw<ArgumentException>(() => writer.Write(Stored.Item("s|b")));
    }

    [Fact]
    public void Writer_GivenAnItemOverTheLimit_RefusesIt_AndOneAtTheLimitIsRead()
    {
        SnapshotItem Of(int length) => new(ItemPath.Of("s", "x"), ItemAttributes.Of([new ItemAttribute("v", new string('x', length))]));
        Should.Throw<ArgumentException>(() => new SnapshotWriter(Stream.Null).Write(Of(SnapshotLimits.ItemBytes)));
        var largest = Of(SnapshotLimits.ItemBytes - 16);
        using var reader = Stored.Of(largest, Stored.Item("s|y"));
        reader.Read().First().ShouldBe(largest);
    }

    [Fact]
    public void Path_DeepestAndLongest_IsKept_AndBeyondIsRefused()
    {
        var deepest = ItemPath.Of([.. Enumerable.Repeat(new string('n', 1000), SnapshotLimits.PathDepth)]);
        using var reader = Stored.Of(new SnapshotItem(deepest, ItemAttributes.Empty));
        reader.Read().Single().Path.ShouldBe(deepest);
        Should.Throw<ArgumentException>(() => ItemPath.Of([.. Enumerable.Repeat("n", SnapshotLimits.PathDepth + 1)]));
        Should.Throw<ArgumentException>(() => ItemPath.Of(new string('n', SnapshotLimits.KeyBytes + 1)));
    }

    [Fact]
    public void Names_ThatUtf8OrKeysCannotHold_AreReplaced()
    {
        ItemPath.Of("a\0b").Section.ShouldBe("a\uFFFDb");
        ItemPath.Of("a\uD800b").Section.ShouldBe("a\uFFFDb");
    }
}
