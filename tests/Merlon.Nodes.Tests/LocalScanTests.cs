using System.Text.Json;
using Merlon.Nodes.Collection.Packages;
using Merlon.Nodes.Snapshots;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Tests;

/// <summary>A real scan of the machine that runs the tests; what is asserted holds on any Debian or Ubuntu.</summary>
public sealed class LocalScanTests(LocalScanTests.ThisMachine machine) : IClassFixture<LocalScanTests.ThisMachine>
{
    [Fact]
    public void Report_OfThisMachine_IsASuccessWithCounts()
    {
        machine.Report.Succeeded.ShouldBeTrue();
        using var json = JsonDocument.Parse(machine.Report.ToJson());
        var step = json.RootElement[1].GetProperty("generate_node_scan");
        int.Parse(step.GetProperty("number_of_packages_found").GetString()!).ShouldBeGreaterThan(50);
        step.GetProperty("result").GetString().ShouldBe("success");
    }

    [Fact]
    public void Packages_OfThisMachine_AreThoseDpkgLists()
    {
        var listed = Shell("dpkg-query", "-W", "-f", "${db:Status-Status} ${Package} ${Version}\\n").Split('\n')
            .Where(line => line.StartsWith("installed ", StringComparison.Ordinal)).Select(line => line["installed ".Length..]);
        using var snapshot = machine.Open();
        snapshot.Read("packages").Where(i => i.Path.Names[1] == "apt")
            .Select(i => $"{i.Path.Name.Split(':')[0]} {i.Attributes["version"]}").Order().ShouldBe(listed.Order());
    }

    [Fact]
    public void Purls_OfThisMachine_AreReadBackFromTheSnapshot()
    {
        using var snapshot = machine.Open();
        var bash = InstalledPurls.In(snapshot).Single(p => p.Path.Names[1] == "apt" && p.Path.Name == "bash").Purl;
        bash.Type.ShouldBe("deb");
        bash.Version.ShouldBe(snapshot.Find(ItemPath.Of("packages", "apt", "bash"))!.Attributes["version"]!.Value.Text);
    }

    [Fact]
    public void Root_OfThisMachine_IsAUserWithIdZero()
    {
        using var snapshot = machine.Open();
        snapshot.Find(ItemPath.Of("users", "linux", "root"))!.Attributes["uid"]!.Value.Text.ShouldBe("0");
        snapshot.Find(ItemPath.Of("groups", "linux", "root"))!.Attributes["gid"]!.Value.Text.ShouldBe("0");
    }

    [Fact]
    public async Task Events_OfAScan_AreTheSameAfterAJourneyAsJson()
    {
        await using var transport = NodeTransports.For(NodeAddress.ThisMachine).Transport!;
        var options = new NodeScanOptions { Sections = ["groups"] };
        var sent = new List<string>();
        await foreach (var told in NodeScan.Run(transport, options, TestContext.Current.CancellationToken)) sent.Add(JsonSerializer.Serialize(told));
        sent.Select(text => JsonSerializer.Serialize(JsonSerializer.Deserialize<NodeScanEvent>(text)!)).ShouldBe(sent);
        sent.Count(text => text.Contains("\"item\"")).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void EverySection_OfThisMachine_WasLookedAt()
    {
        using var snapshot = machine.Open();
        snapshot.Sections.Select(s => s.Name).ShouldBe(
            ["EnvVars", "files", "groups", "inventory", "kernel_modules", "kernel_parameters", "mounts", "packages", "ports", "scheduled_tasks", "services", "sshd", "users"]);
    }

    [Fact]
    public async Task Scans_OfOneMachine_DifferInNothingThatStandsStill()
    {
        await using var transport = NodeTransports.For(NodeAddress.ThisMachine).Transport!;
        using var stored = new MemoryStream();
        var sections = (string[])["inventory", "packages", "users", "groups", "services", "kernel_parameters", "kernel_modules", "scheduled_tasks", "sshd"];
        await NodeScan.ToSnapshot(transport, new NodeScanOptions { Sections = [.. sections] }, stored, cancellation: TestContext.Current.CancellationToken);
        using var first = machine.Open();
        using var second = SnapshotReader.Open(stored);
        SnapshotDiff.Compare(first, second).Changes().Where(c => sections.Contains(c.Path.Section)).Select(c => c.Path.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void Files_OfThisMachine_CarryTheirChecksumModeAndOwner()
    {
        using var snapshot = machine.Open();
        var passwd = snapshot.Find(ItemPath.Of("files", "linux", "/etc/passwd"))!.Attributes;
        passwd["checksum"]!.Value.Text.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes("/etc/passwd"))));
        passwd["mode"]!.Value.Text.ShouldBe("0644");
        passwd["owner"]!.Value.Text.ShouldBe("root");
        passwd["content"].ShouldBeNull();
    }

    [Fact]
    public void Facts_OfThisMachine_AreThere()
    {
        using var snapshot = machine.Open();
        string Fact(string name) => snapshot.Find(ItemPath.Of("inventory", "facts", name))?.Attributes["value"]?.Text ?? "";
        Fact("os_family").ShouldBe("Linux");
        Fact("hostname").ShouldBe(Environment.MachineName);
        Fact("kernel_release").ShouldBe(File.ReadAllText("/proc/sys/kernel/osrelease").Trim());
        int.Parse(Fact("cpus")).ShouldBeGreaterThanOrEqualTo(1);
        int.Parse(Fact("memory_mb")).ShouldBeGreaterThan(100);
        Fact("architecture").ShouldNotBeEmpty();
        Fact("os_distro_version").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Port_ThatThisProcessListensOn_IsFoundWithItsProcess()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        await using var transport = NodeTransports.For(NodeAddress.ThisMachine).Transport!;
        using var stored = new MemoryStream();
        await NodeScan.ToSnapshot(transport, new NodeScanOptions { Sections = ["ports"] }, stored, cancellation: TestContext.Current.CancellationToken);
        using var snapshot = SnapshotReader.Open(stored);
        var found = snapshot.Find(ItemPath.Of("ports", "tcp", port.ToString()))!.Attributes;
        found["addresses"]!.Value.Text.ShouldBe("127.0.0.1");
        File.ReadAllText("/proc/self/comm").Trim().ShouldBe(found["process"]!.Value.Text);
    }

    static string Shell(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        return process.StandardOutput.ReadToEnd();
    }

    public sealed class ThisMachine : IAsyncLifetime
    {
        readonly MemoryStream stored = new();

        public NodeScanReport Report { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await using var transport = NodeTransports.For(NodeAddress.ThisMachine).Transport!;
            Report = await NodeScan.ToSnapshot(transport, new NodeScanOptions(), stored);
        }

        public SnapshotReader Open() => SnapshotReader.Open(new MemoryStream(stored.ToArray()));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
