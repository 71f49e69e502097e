using Merlon.Analysis;
using Merlon.Analysis.Trees;

namespace Merlon.Scanning;

/// <summary>The tree to scan: a folder as it is, or an archive expanded into a folder that goes when the scan is over.</summary>
sealed class ScanTarget : IDisposable
{
    private readonly DirectoryInfo? _scratch;

    private ScanTarget(string folder, DirectoryInfo? scratch, IEnumerable<ScanNote> notes)
    {
        Folder = folder;
        _scratch = scratch;
        Notes = [.. notes];
    }

    /// <summary>The root of the tree.</summary>
    public string Folder { get; }

    /// <summary>What expanding left out.</summary>
    public IReadOnlyList<ScanNote> Notes { get; }

    /// <summary>Opens a folder or an archive; says what is wrong with anything else.</summary>
    public static async Task<ScanTarget> Open(string path, CancellationToken ct)
    {
        if (Directory.Exists(path)) return new ScanTarget(Path.GetFullPath(path), null, []);
        if (!File.Exists(path)) throw new InputException($"'{path}' does not exist; name a folder or an archive.");
        var scratch = Directory.CreateTempSubdirectory("merlon-scan-");
        try
        {
            var outcome = await new TreeExpander(new ExpansionOptions()).Expand(path, Path.Combine(scratch.FullName, "tree"), null, ct);
            if (outcome is ExpansionResult.Expanded expanded) return new ScanTarget(expanded.Folder, scratch, expanded.Notes);
            throw new InputException(outcome is ExpansionResult.Refused refused ? $"'{path}' cannot be expanded: {refused.Why}" : $"'{path}' cannot be expanded.");
        }
        catch
        {
            scratch.Delete(recursive: true);
            throw;
        }
    }

    public void Dispose() => _scratch?.Delete(recursive: true);
}
