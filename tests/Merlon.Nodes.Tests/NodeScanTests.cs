using Merlon.Nodes.Snapshots;
using Merlon.Nodes.Tests.Collection;

namespace Merlon.Nodes.Tests;

public sealed class NodeScanTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scan_OfAnUnknownSystem_IsNoSuccessAndStoresNothing()
    {
        using var stored = new MemoryStream();
        var report = await NodeScan.ToSnapshot(new FakeNode(), new NodeScanOptions(), stored, cancellation: Stop);
        report.Succeeded.ShouldBeFalse();
        report.ToJson().ShouldBe("""[{"detect_os":{"result":"failure","messages":["The operating system of a made-up node is not known: it has no os-release file."]}}]""");
        stored.Length.ShouldBe(0);
    }

    [Fact]
    public async Task Scan_WithASectionThatFails_GoesOnAndMarksItIncomplete()
    {
        var node = new FakeNode().With("/etc/os-release", "ID=debian").With("/var/lib/rpm/Packages", "").With("/etc/group", "root:x:0:\n");
        using var stored = new MemoryStream();
        var told = new List<string>();
        var report = await NodeScan.ToSnapshot(node, new NodeScanOptions { Sections = ["groups", "packages"] }, stored, new Progress(told), Stop);
        report.Succeeded.ShouldBeTrue();
        report.Steps[1].Messages.ShouldHaveSingleItem().ShouldStartWith("packages: rpm");
        told.ShouldBe(["packages 1/2", "groups 2/2"]);
        using var snapshot = SnapshotReader.Open(stored);
        snapshot.Sections.Select(s => (s.Name, s.State)).ShouldBe([("groups", SectionState.Complete), ("packages", SectionState.Incomplete)]);
    }

    [Fact]
    public async Task Scan_WithOptionsThatNothingServes_SaysSo()
    {
        var options = new NodeScanOptions { Sections = ["groups"], NotSupported = ["sql_queries"] };
        var report = await NodeScan.ToSnapshot(new FakeNode().With("/etc/os-release", "ID=debian"), options, Stream.Null, cancellation: Stop);
        report.Steps[1].Messages.ShouldBe(["The scan option sql_queries is not supported yet."]);
    }

    [Fact]
    public async Task Scan_OverTheItemLimit_EndsTheSectionIncomplete()
    {
        var groups = string.Concat(Enumerable.Range(0, 100).Select(i => $"g{i}:x:{i}:\n"));
        using var stored = new MemoryStream();
        var options = new NodeScanOptions { Sections = ["groups"], SectionItemLimit = 10 };
        await NodeScan.ToSnapshot(new FakeNode().With("/etc/os-release", "ID=debian").With("/etc/group", groups), options, stored, cancellation: Stop);
        using var snapshot = SnapshotReader.Open(stored);
        snapshot.Sections.ShouldHaveSingleItem().ShouldSatisfyAllConditions(s => s.State.ShouldBe(SectionState.Incomplete), s => s.Items.ShouldBe(10));
    }

    [Fact]
    public async Task Scan_OfAHostileNode_StaysWithinBounds()
    {
        var name = new string('g', 200_000);
        var node = new FakeNode().With("/etc/os-release", "ID=debian").With("/etc/group", $"{name}1:x:1:{name}\n{name}2:x:2:{name}\n");
        using var stored = new MemoryStream();
        await NodeScan.ToSnapshot(node, new NodeScanOptions { Sections = ["groups"] }, stored, cancellation: Stop);
        using var snapshot = SnapshotReader.Open(stored);
        var items = snapshot.Read().ToList();
        items.Count.ShouldBe(2);
        items.ShouldAllBe(i => i.Path.Name.Length < 5000 && i.Attributes["members"]!.Value.Text.Length < SnapshotLimits.ValueCharacters + 200);
    }

    [Fact]
    public async Task Scan_ThatIsCancelled_EndsAtOnce()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(
            () => NodeScan.ToSnapshot(new FakeNode().With("/etc/os-release", "ID=debian"), new NodeScanOptions(), Stream.Null, cancellation: cancelled.Token));
    }

    sealed class Progress(List<string> told) : IProgress<NodeScanEvent.SectionStarted>
    {
        public void Report(NodeScanEvent.SectionStarted value) => told.Add($"{value.Section} {value.Number}/{value.Of}");
    }
}
