using System.Collections.Immutable;
using Merlon.Nodes.Collection.Files;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Tests.Collection;

public sealed class FilesTests
{
    static FakeNode Node() => new FakeNode()
        .With("/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
        .With("/etc/hosts", "127.0.0.1 localhost\n")
        .With("/etc/app/app.conf", "a=1")
        .With("/etc/app/app.conf.swp", "x")
        .With("/etc/app/deep/er/x.conf", "x", mode: 0x9ED, owner: 1234)
        .With("/etc/link", "", kind: NodeFileKind.Link, target: "/etc/hosts")
        .With("/opt/a/one/log.txt", "1")
        .With("/opt/b/two/log.txt", "2")
        .With("/opt/b/log.bin", "\0");

    public static TheoryData<string, FileRule[], string> Rules => new()
    {
        { "one file", [new("/etc/hosts")], "/etc/hosts" },
        { "a file that is not there", [new("/etc/none")], "" },
        { "a folder", [new("/etc/app")], "/etc/app /etc/app/app.conf /etc/app/app.conf.swp /etc/app/deep /etc/app/deep/er /etc/app/deep/er/x.conf" },
        { "a folder with a slash behind it", [new("/opt/a/")], "/opt/a /opt/a/one /opt/a/one/log.txt" },
        { "names in one folder", [new("/etc/h*s")], "/etc/hosts" },
        { "a question mark", [new("/etc/hos?s")], "/etc/hosts" },
        { "a wildcard folder", [new("/opt/*/log.bin")], "/opt/b/log.bin" },
        { "any depth", [new("/opt/**/log.txt")], "/opt/a/one/log.txt /opt/b/two/log.txt" },
        { "any depth from the root", [new("/**/*.conf")], "/etc/app/app.conf /etc/app/deep/er/x.conf" },
        { "rules that overlap", [new("/etc/app/deep"), new("/etc/app/deep/er"), new("/etc/app/deep/er/x.conf")], "/etc/app/deep /etc/app/deep/er /etc/app/deep/er/x.conf" },
        { "an excluded name", [new("/etc/app"), new("/etc/**/*.swp", Exclude: true), new("/etc/app/deep", Exclude: true)], "/etc/app /etc/app/app.conf" },
        { "an exclusion wins over a longer path", [new("/etc/app/app.conf"), new("/etc/app", Exclude: true)], "" },
        { "a link", [new("/etc/link")], "/etc/link" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Files_ByRules_AreThoseNamed(string row, FileRule[] rules, string found)
    {
        var (items, _) = await Node().Collect(new FilesCollector(), new NodeScanOptions { Files = [.. rules] });
        string.Join(' ', items.Keys.Select(k => k["linux|".Length..]).Order(StringComparer.Ordinal)).ShouldBe(found, row);
    }

    [Fact]
    public async Task File_CarriesWhatIsKnownOfIt()
    {
        var (items, _) = await Node().Collect(new FilesCollector(), Options(new FileRule("/etc", Raw: false), new FileRule("/etc/app/app.conf", Raw: true)));
        items["linux|/etc/app/deep/er/x.conf"].ToString().ShouldBe(
            "checksum=2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881, group=1234, mode=4755, owner=1234, size=1, type=file");
        items["linux|/etc/link"].ToString().ShouldBe("group=0, mode=0644, owner=root, target=/etc/hosts, type=link");
        items["linux|/etc/app/app.conf"]["content"]!.Value.Text.ShouldBe("a=1");
        items["linux|/etc/hosts"]["content"].ShouldBeNull();
    }

    [Fact]
    public async Task File_ThatIsForbiddenOrTooLarge_SaysSoInsteadOfAChecksum()
    {
        var node = Node();
        node.Forbidden.Add("/etc/hosts");
        var (items, _) = await node.Collect(new FilesCollector(), Options(new FileRule("/etc/hosts"), new FileRule("/etc/passwd")) with { ChecksumLimit = 21 });
        items["linux|/etc/hosts"]["checksum"]!.Value.Text.ShouldBe("not readable");
        items["linux|/etc/passwd"]["checksum"]!.Value.Text.ShouldBe("larger than the limit for checksums");
    }

    [Fact]
    public async Task RawContent_OfABinaryFile_IsLeftOut_AndOfAHugeOneIsCut()
    {
        var node = Node().With("/opt/huge.txt", new string('h', 700_000));
        var (items, _) = await node.Collect(new FilesCollector(), Options(new FileRule("/opt", Raw: true)));
        items["linux|/opt/b/log.bin"]["content"].ShouldBeNull();
        items["linux|/opt/huge.txt"]["content"]!.Value.Text.Length.ShouldBeLessThan(300_000);
    }

    static NodeScanOptions Options(params FileRule[] rules) => new() { Files = rules.ToImmutableArray() };
}
