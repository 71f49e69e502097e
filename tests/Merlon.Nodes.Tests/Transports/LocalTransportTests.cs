using Merlon.Nodes.Transports;
using Merlon.Nodes.Transports.Local;

namespace Merlon.Nodes.Tests.Transports;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class LocalTransportTests : IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("merlon-nodes-");
    readonly LocalTransport transport;

    public LocalTransportTests() => transport = new LocalTransport(root.FullName);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_OfAnySize_IsReadUpToTheLimit()
    {
        File.WriteAllText(root.FullName + "/x", new string('x', 10_000));
        (await transport.ReadFile("/x", 10_000, Stop)).ShouldSatisfyAllConditions(f => f.Bytes.Length.ShouldBe(10_000), f => f.Cut.ShouldBeFalse());
        (await transport.ReadFile("/x", 9_999, Stop)).ShouldSatisfyAllConditions(f => f.Bytes.Length.ShouldBe(9_999), f => f.Cut.ShouldBeTrue());
        (await transport.ReadFile("/none", 10, Stop)).State.ShouldBe(FileState.Missing);
        (await transport.ReadFile("/", 10, Stop)).State.ShouldBe(FileState.Missing);
    }

    [Fact]
    public async Task ProcFile_ThatSaysItIsEmpty_IsReadWhole()
    {
        await using var machine = new LocalTransport();
        (await machine.ReadFile("/proc/meminfo", 1 << 20, Stop)).Bytes.Length.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Pipe_IsNeverWaitedFor()
    {
        await using var machine = new LocalTransport();
        (await machine.Run(new NodeCommand("mkfifo", root.FullName + "/pipe"), Stop)).Succeeded.ShouldBeTrue();
        (await transport.ReadFile("/pipe", 10, Stop)).State.ShouldBe(FileState.Missing);
        (await transport.Checksum("/pipe", Stop)).ShouldBeNull();
        (await transport.Look("/pipe", Stop))!.Kind.ShouldBe(NodeFileKind.Other);
    }

    [Fact]
    public async Task Entries_AreToldWithKindModeAndTarget()
    {
        Directory.CreateDirectory(root.FullName + "/folder");
        File.WriteAllText(root.FullName + "/folder/file ü", "abc");
        File.SetUnixFileMode(root.FullName + "/folder/file ü", UnixFileMode.UserRead | UnixFileMode.SetUser);
        File.CreateSymbolicLink(root.FullName + "/folder/link", "nowhere");
        var entries = new List<NodeFile>();
        await foreach (var entry in transport.List("/folder/", Stop)) entries.Add(entry);
        entries.OrderBy(e => e.Path).Select(e => (e.Path, e.Kind, e.Target)).ShouldBe([("/folder/file ü", NodeFileKind.File, null), ("/folder/link", NodeFileKind.Link, "nowhere")]);
        var file = entries.Single(e => e.Kind == NodeFileKind.File);
        file.Mode.ShouldBe((int)(UnixFileMode.UserRead | UnixFileMode.SetUser));
        file.Size.ShouldBe(3);
        (await transport.Look("/folder/none", Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Command_EndsWithItsOutputOrItsLimit()
    {
        await using var machine = new LocalTransport();
        (await machine.Run(new NodeCommand("sh", "-c", "echo out; echo err >&2; exit 3"), Stop)).ShouldBe(new CommandResult(CommandEnd.Exited, 3, "out\n", "err\n"));
        (await machine.Run(new NodeCommand("no-such-program-here"), Stop)).End.ShouldBe(CommandEnd.NotFound);
        (await machine.Run(new NodeCommand("yes") { OutputLimit = 100_000 }, Stop)).End.ShouldBe(CommandEnd.TooMuchOutput);
        (await machine.Run(new NodeCommand("sleep", "1000") { TimeLimit = TimeSpan.FromMilliseconds(50) }, Stop)).End.ShouldBe(CommandEnd.TimedOut);
        (await transport.Run(new NodeCommand("true"), Stop)).End.ShouldBe(CommandEnd.NotFound);
    }

    [Theory]
    [InlineData(MediumType.Ssh, "SSH")]
    [InlineData(MediumType.WinRm, "WinRM")]
    [InlineData((MediumType)42, "medium 42")]
    public void OtherMedia_AreRefusedInWords(MediumType medium, string named)
    {
        var choice = NodeTransports.For(new NodeAddress(medium, "web01"));
        choice.Transport.ShouldBeNull();
        choice.Refusal!.ShouldContain(named);
        choice.Refusal!.ShouldContain("not supported yet");
    }

    public void Dispose() => root.Delete(recursive: true);
}
