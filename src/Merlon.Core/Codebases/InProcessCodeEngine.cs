using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Merlon.Analysis;
using Merlon.Analysis.Trees;
namespace Merlon.Core.Codebases;
internal sealed class InProcessCodeEngine : ICodeEngine
{
    public async Task<string?> WhyNot(CodeArchive archive, string scratch, CancellationToken ct) =>
        await new TreeExpander(archive.Expansion).Expand(archive.File, Path.Combine(scratch, "tree"), null, ct) is ExpansionResult.Refused r ? r.Why : null;
    public async IAsyncEnumerable<ScanResult> Scan(ImmutableArray<CodeArchive> archives, CodeScanOptions options, string scratch, IProgress<CodeScanProgress> progress, [EnumeratorCancellation] CancellationToken ct)
    {
        var root = Path.Combine(scratch, "tree");
        if (archives.Length == 1) await new TreeExpander(archives[0].Expansion).Expand(archives[0].File, root, null, ct);
        await foreach (var r in new CodeScan([new Merlon.Analysis.Manifests.PackageScanner()]).Run(root, options with { Kinds = CodeScanKinds.Packages }, progress, ct)) yield return r;
    }
}
