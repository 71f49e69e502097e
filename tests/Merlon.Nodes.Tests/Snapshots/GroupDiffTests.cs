using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Tests.Snapshots;

public sealed class GroupDiffTests
{
    static SnapshotReader Node(string openssl, bool sshd) => Stored.Of(
    [
        Stored.Item("packages|yum|openssl", ("version", openssl)),
        Stored.Item("users|linux|root", ("uid", "0")),
        .. sshd ? [Stored.Item("services|linux|sshd", ("state", "running"))] : Array.Empty<SnapshotItem>(),
    ]);

    [Fact]
    public void Tree_OfDifferences_NamesWhoHasWhichValue()
    {
        using var a = Node("1.0.2k", sshd: true);
        using var b = Node("1.1.1", sshd: false);
        using var c = Node("1.0.2k", sshd: true);
        var diff = GroupDiff.Of([a, b, c]);
        Stored.Json(json => GroupDiffJson.WriteTree(diff.Items(differencesOnly: true), json)).ShouldBe(
            """{"packages":{"yum":{"openssl":{"version":{"1.0.2k":[0,2],"1.1.1":[1]}}}},"services":{"linux":{"sshd":{"state":{"running":[0,2]}}}}}""");
        Stored.Json(json => GroupDiffJson.WriteTree(diff.Items(differencesOnly: false), json)).ShouldContain("""{"uid":{"0":[0,1,2]}}""");
    }

    [Fact]
    public void Consensus_IsTheShareOfTheCommonestForm()
    {
        using var a = Node("1.0.2k", sshd: true);
        using var b = Node("1.1.1", sshd: false);
        using var c = Node("3.0", sshd: false);
        var items = GroupDiff.Of([a, b, c]).Items(differencesOnly: false).ToDictionary(i => i.Path.Name);
        items["openssl"].Consensus.ShouldBe(1 / 3.0);
        items["sshd"].Consensus.ShouldBe(2 / 3.0);
        items["sshd"].MissingIn.ShouldBe([1, 2]);
        items["root"].Consensus.ShouldBe(1);
        items["root"].Differs.ShouldBeFalse();
    }

    [Fact]
    public void Differences_AreTheSameWithAndWithoutPassingOverEqualParts()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var machine = new RandomMachine(seed);
            var first = machine.Items(500);
            using var a = Stored.Of(first.Values);
            using var b = Stored.Of(machine.Changed(first, 5).Values);
            using var c = Stored.Of(machine.Changed(first, 3).Values);
            var diff = GroupDiff.Of([a, b, c]);
            diff.Items(differencesOnly: true).Select(i => i.Path).ShouldBe(diff.Items(differencesOnly: false).Where(i => i.Differs).Select(i => i.Path));
        }
    }

    [Fact]
    public void Hash_DependsOnWhatIsCompared()
    {
        using var a = Node("1", sshd: true);
        using var same = Node("1", sshd: true);
        using var other = Node("2", sshd: true);
        GroupDiff.Of([a, other]).Hash.ShouldBe(GroupDiff.Of([same, other]).Hash);
        GroupDiff.Of([a, same]).Hash.ShouldNotBe(GroupDiff.Of([a, other]).Hash);
    }
}
