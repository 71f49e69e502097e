using System.CommandLine;
using System.Text.Json;
using Merlon.Nodes;
using Merlon.Nodes.Snapshots;
using Merlon.Nodes.Transports;
using Merlon.Reports;

namespace Merlon.Commands;

/// <summary><c>merlon node scan</c>: looks at this machine, without a server.</summary>
sealed class NodeCommand : Command
{
    private readonly Option<string> _format = new("--format") { Description = "One of table, json.", DefaultValueFactory = _ => "table" };
    private readonly Option<string?> _output = new("--output") { Description = "Writes there instead of to standard output.", HelpName = "FILE" };

    public NodeCommand() : base("node", "Machines.")
    {
        var scan = new Command("scan", "Scans this machine.") { _format, _output };
        scan.SetAction(Scan);
        Subcommands.Add(scan);
    }

    private async Task<int> Scan(ParseResult parsed, CancellationToken ct)
    {
        var format = parsed.GetValue(_format);
        if (format is not ("table" or "json")) return ExitCode.Refuse($"There is no format '{format}'; there are table, json.");
        var choice = NodeTransports.For(NodeAddress.ThisMachine);
        if (choice.Transport is not { } transport) return ExitCode.Refuse(choice.Refusal!);

        using var stored = new MemoryStream();
        using var progress = new Progress();
        var report = await NodeScan.ToSnapshot(transport, new NodeScanOptions(), stored, progress, ct);
        foreach (var message in report.Steps.SelectMany(step => step.Messages)) Console.Error.WriteLine($"merlon: {message}");
        if (!report.Succeeded) return ExitCode.Broken;
        stored.Position = 0;
        using var snapshot = SnapshotReader.Open(stored);
        await ReportOutput.Write(parsed.GetValue(_output), output => format == "json" ? WriteJson(snapshot, output) : WriteTable(snapshot, output));
        return ExitCode.Done;
    }

    private static async Task WriteJson(SnapshotReader snapshot, Stream output)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        SnapshotJson.Write(snapshot, json);
    }

    private static async Task WriteTable(SnapshotReader snapshot, Stream output)
    {
        await using var text = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        new TextTables(text, Terminal.IsInteractive).Write("This machine", ["SECTION", "ITEMS", "STATE", "DIGEST"],
            snapshot.Sections.Select(section => (string[])[section.Name, section.Items.ToString(), section.State.ToString().ToLowerInvariant(), section.DigestText[..12]]));
    }

    private sealed class Progress : IProgress<NodeScanEvent.SectionStarted>, IDisposable
    {
        private readonly StatusLine _line = new(TimeProvider.System);

        public void Report(NodeScanEvent.SectionStarted value) => _line.Show($"{value.Section} ({value.Number} of {value.Of})");

        public void Dispose() => _line.Dispose();
    }
}
