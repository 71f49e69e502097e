using System.IO.Compression;
using Merlon.Analysis;
using Merlon.Core.Engines;
using Merlon.Nodes.Transports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Merlon.Core.Tests.Engines;

/// <summary>The real engines in a real child.</summary>
public sealed class ScanEnginesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("merlon-engine-");
    private readonly ScanEngines _engines = new(new EngineProcess(TestChild.Command, TimeProvider.System, NullLogger<EngineProcess>.Instance));
    private readonly List<ScanResult> _results = [];
    private ScannedTreeFacts? _tree;

    [Fact]
    public async Task ScanCode_OfAnArchive_TellsTheTreeThenWhatIsInIt()
    {
        var archive = Archive(("app/package.json", """{"name":"a","version":"1.0.0","dependencies":{"left-pad":"1.3.0"}}"""), ("app/LICENSE", "SPDX-License-Identifier: MIT"));

        var end = await Scan(new CodeScanOrder(Path.Combine(_folder.FullName, "tree")) { Archives = [new(archive, new())], Options = new() { Jobs = 1 } });

        end.ShouldBeOfType<EngineEnd.Finished>(end.Message);
        (_tree!.RefusedCode, _tree.Files).ShouldBe((null, 2L));
        _results.OfType<ScannedFile>().Select(f => f.Path).ShouldBe(["app/LICENSE", "app/package.json"]);
        _results.OfType<FoundPackage>().Select(p => p.Purl).ShouldContain(p => p.Contains("left-pad"));
        _results[^1].ShouldBeOfType<ScanStatistics>();
    }

    [Fact]
    public async Task ScanCode_OfAHostileArchive_IsRefusedAndScansNothing()
    {
        var end = await Scan(new CodeScanOrder(Path.Combine(_folder.FullName, "tree")) { Archives = [new(Archive(("../../out", "x")), new())] });

        end.ShouldBeOfType<EngineEnd.Finished>(end.Message);
        _tree!.RefusedCode.ShouldBe("hostile-path");
        _results.ShouldBeEmpty();
        Directory.Exists(Path.Combine(_folder.FullName, "tree")).ShouldBeFalse();
    }

    [Fact]
    public async Task ScanCode_OfAFolderThatIsNotThere_SaysSo()
    {
        var end = await Scan(new CodeScanOrder(Path.Combine(_folder.FullName, "absent")));
        end.ShouldBeOfType<EngineEnd.Crashed>().Message.ShouldContain("absent");
    }

    [Fact]
    public async Task ScanNode_OfThisMachine_WritesASnapshot()
    {
        var snapshot = Path.Combine(_folder.FullName, "snapshot");

        var (end, answer) = await _engines.ScanNode(new NodeScanOrder(NodeAddress.ThisMachine, snapshot) { Options = new() { Sections = ["users"] } }, new EngineLimits());

        end.ShouldBeOfType<EngineEnd.Finished>(end.Message);
        answer!.Report!.Succeeded.ShouldBeTrue();
        new FileInfo(snapshot).Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task ScanNode_OverATransportThatIsNotThere_IsRefusedInWords()
    {
        var (end, answer) = await _engines.ScanNode(new NodeScanOrder(new NodeAddress(MediumType.Telnet, "host"), Path.Combine(_folder.FullName, "snapshot")), new EngineLimits());

        end.ShouldBeOfType<EngineEnd.Finished>(end.Message);
        answer!.Refusal!.ShouldContain("Telnet");
        answer.Report.ShouldBeNull();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<EngineEnd> Scan(CodeScanOrder order) => _engines.ScanCode(order, new EngineLimits(), (result, _) => { _results.Add(result); return ValueTask.CompletedTask; }, tree => _tree = tree);

    private string Archive(params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(_folder.FullName, "in.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
        return path;
    }
}
