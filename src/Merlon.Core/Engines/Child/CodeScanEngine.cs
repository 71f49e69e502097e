using System.Text.Json;
using Merlon.Analysis;
using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Evidence;
using Merlon.Analysis.Evidence.SearchTerms;
using Merlon.Analysis.Manifests;
using Merlon.Analysis.Matches;
using Merlon.Analysis.Matches.Library;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Trees;

namespace Merlon.Core.Engines.Child;

/// <summary>Makes the tree and looks at it with every scanner of the product.</summary>
internal sealed class CodeScanEngine : IEngine
{
    public string Kind => CodeScanOrder.Kind;

    public async Task Run(JsonElement order, EngineOutput output, CancellationToken ct)
    {
        var scan = order.Deserialize<CodeScanOrder>(EngineJson.Options)!;
        if (await MakeTree(scan, output, ct) is { } tree)
        {
            output.Summary(tree);
            if (tree.RefusedCode is not null) return;
        }
        if (scan.Options is not { } wanted) return;

        using var library = ReferenceLibrary.Open(scan.Library ?? "");
        var options = wanted with { Kinds = wanted.Kinds & ~CodeScanKinds.Vulnerabilities };
        await foreach (var result in new CodeScan(Scanners(scan, library)).Run(scan.Folder, options, new Telling(output), ct))
            output.Result(result, CodeScanJson.Default.ScanResult);
    }

    private static ICodeScanner[] Scanners(CodeScanOrder scan, ReferenceLibrary library)
    {
        var dataflow = new DataflowScanner(scan.Rules);
        if (dataflow.RuleErrors is [var error, ..]) throw new InvalidDataException($"a rule file is wrong: {error}");
        return [new EvidenceScanner(scan.SearchTerms is { } file ? SearchTermFile.Read(file) : null), new MatchScanner(library), new SecretScanner(scan.Secrets), new PackageScanner(), dataflow];
    }

    /// <summary>Null when the tree is there already.</summary>
    private static async Task<ScannedTreeFacts?> MakeTree(CodeScanOrder scan, EngineOutput output, CancellationToken ct)
    {
        var progress = new Expanding(output);
        if (scan.Address is { } address) return Facts(await new GitCheckout(scan.Git).Clone(address, scan.Folder, progress, ct));
        if (scan.Archives.IsEmpty) return null;
        var all = new ScannedTreeFacts(null, null, 0, 0, [], null);
        foreach (var archive in scan.Archives)
        {
            var layer = $"{Path.TrimEndingDirectorySeparator(scan.Folder)}.layer";
            var one = Facts(await new TreeExpander(archive.Expansion).Expand(archive.File, layer, progress, ct));
            if (one.RefusedCode is not null) return one;
            TreeOverlay.Lay(layer, scan.Folder, ct);
            all = all with { Files = all.Files + one.Files, Bytes = all.Bytes + one.Bytes, Notes = all.Notes.AddRange(one.Notes) };
        }
        return all;
    }

    private static ScannedTreeFacts Facts(ExpansionResult result) => result switch
    {
        ExpansionResult.Expanded tree => new(null, null, tree.Files, tree.Bytes, tree.Notes, tree.Commit),
        ExpansionResult.Refused refused => new(refused.Code, refused.Why, 0, 0, [], null),
        _ => throw new InvalidOperationException($"{result.GetType().Name} is not known here."),
    };

    private sealed class Telling(EngineOutput output) : IProgress<CodeScanProgress>
    {
        public void Report(CodeScanProgress value) => output.Progress(value);
    }

    /// <summary>An expansion as the stage <c>expand</c> of the scan.</summary>
    private sealed class Expanding(EngineOutput output) : IProgress<ExpansionProgress>
    {
        public void Report(ExpansionProgress value) => output.Progress(new CodeScanProgress("expand", value.Files, 0, value.Path));
    }
}
