using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Tests.Snapshots;

public sealed class SnapshotDiffTests
{
    static readonly SnapshotItem Openssl = Stored.Item("packages|apt|openssl", ("version", "3.0.11"), ("architecture", "amd64"));
    static readonly SnapshotItem OpensslNewer = Stored.Item("packages|apt|openssl", ("version", "3.0.13"), ("architecture", "amd64"));

    public static TheoryData<string, SnapshotItem[], SnapshotItem[], string> Pairs => new()
    {
        { "nothing and nothing", [], [], "" },
        { "the same", [Openssl], [Openssl], "" },
        { "an item is added", [], [Openssl], "Added packages / apt / openssl: architecture:->amd64 version:->3.0.11" },
        { "an item is removed", [Openssl], [], "Removed packages / apt / openssl: architecture:amd64-> version:3.0.11->" },
        { "an attribute is modified", [Openssl], [OpensslNewer], "Modified packages / apt / openssl: version:3.0.11->3.0.13" },
        { "an attribute is added", [Stored.Item("s|x|y")], [Stored.Item("s|x|y", ("v", "1"))], "Modified s / x / y: v:->1" },
        { "an attribute is removed", [Stored.Item("s|x|y", ("v", "1"))], [Stored.Item("s|x|y")], "Modified s / x / y: v:1->" },
        { "an item without attributes is added", [], [Stored.Item("s|x|y")], "Added s / x / y: " },
        { "one name continues another", [Stored.Item("s|x|y")], [Stored.Item("s|x|yy")], "Removed s / x / y: \nAdded s / x / yy: " },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Diff_OfTwoSnapshots_TellsWhatChanged(string row, SnapshotItem[] before, SnapshotItem[] after, string changes)
    {
        using var old = Stored.Of(before);
        using var current = Stored.Of(after);
        string.Join('\n', SnapshotDiff.Compare(old, current).Changes().Select(Tell)).ShouldBe(changes, row);
    }

    [Fact]
    public void Diff_AppliedToTheFirst_GivesTheSecond()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var machine = new RandomMachine(seed);
            var before = machine.Items(1 + seed * 7 % 900);
            var after = machine.Changed(before, changes: seed % 23);
            using var old = Stored.Of(before.Values);
            using var current = Stored.Of(after.Values);

            var applied = new Dictionary<ItemPath, SnapshotItem>(before);
            foreach (var change in SnapshotDiff.Compare(old, current).Changes())
            {
                applied.GetValueOrDefault(change.Path)?.Attributes.ShouldBe(change.Old);
                if (change.New is null) applied.Remove(change.Path).ShouldBeTrue();
                else applied[change.Path] = new SnapshotItem(change.Path, change.New);
                change.New.ShouldNotBe(change.Old);
            }

            applied.Values.OrderBy(i => i.Path).ShouldBe(after.Values.OrderBy(i => i.Path), $"seed {seed}");
        }
    }

    [Fact]
    public void Diff_WhereTheSnapshotsAreEqual_ReadsNoChunk()
    {
        var items = new RandomMachine(1).Items(5000).Values;
        using var old = Stored.Of(items);
        var changed = items.Select((item, i) => i == 2500 ? item with { Attributes = ItemAttributes.Of(("changed", "yes")) } : item);
        using var counting = new CountingStream(Stored.Bytes(changed));
        using var current = SnapshotReader.Open(counting);
        var opened = counting.BytesRead;
        SnapshotDiff.Compare(old, current).Changes().Count().ShouldBe(1);
        (counting.BytesRead - opened).ShouldBeInRange(1, counting.Length / 20);
    }

    [Fact]
    public void Diff_LeavesOutSectionsThatWereNotSeenWhole_AndNamesThem()
    {
        using var old = Stored.Of([Openssl, Stored.Item("users|linux|root")]);
        using var current = Stored.Of([Stored.Item("users|linux|admin")], ("packages", SectionState.Incomplete));
        var diff = SnapshotDiff.Compare(old, current);
        diff.NotCompared.ShouldBe(["packages"]);
        diff.Changes().Select(c => c.Path.Name).ShouldBe(["admin", "root"]);
    }

    [Fact]
    public void Json_OfADiff_IsTheTreeOfOldAndNew()
    {
        using var old = Stored.Of(Openssl, Stored.Item("users|linux|root", ("uid", "0")));
        using var current = Stored.Of(OpensslNewer, Stored.Item("services|linux|sshd", ("state", "running")));
        var changes = SnapshotDiff.Compare(old, current).Changes();
        const string Packages = """{"packages":{"apt":{"openssl":{"version":{"old":"3.0.11","new":"3.0.13"}}}},""";
        const string Rest = """
            "services":{"linux":{"sshd":{"state":{"old":null,"new":"running"}}}},"users":{"linux":{"root":{"uid":{"old":"0","new":null}}}}
            """;
        Stored.Json(json => DiffJson.WriteWithSummary(changes, json))
            .ShouldBe("""[{"summary":{"added":1,"removed":1,"modified":1}},""" + Packages + Rest + "}]");
        Stored.Json(json => DiffJson.WriteTreeWithStats(changes, json))
            .ShouldBe(Packages + Rest + ""","__diff_stats":{"added":1,"removed":1,"modified":1,"total":3}}""");
    }

    static string Tell(ItemChange change) =>
        $"{change.Kind} {change.Path}: {string.Join(' ', change.Attributes().Select(a => $"{a.Name}:{a.Old}->{a.New}"))}";

    sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long BytesRead { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            BytesRead += read;
            return read;
        }
    }
}
