using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Secrets.History;

/// <summary>Looks at each content of a repository's history once, and tells of the secrets that no file has any more.</summary>
internal sealed class HistoryScan(GitRepository repository, SecretFindings findings, SecretReader reader, ConcurrentDictionary<string, bool> inFiles, IProgress<CodeScanProgress> progress)
{
    private const int LongestContent = 16 << 20;
    private const long MostBytes = 8L << 30;
    private const int MostFindings = 100_000;

    public async IAsyncEnumerable<ScanResult> Run([EnumeratorCancellation] CancellationToken ct)
    {
        if (repository.Borrows)
        {
            yield return new ScanNote("history-not-read", "The repository borrows objects from another one; its history was not read.", repository.Folder);
            yield break;
        }
        using var git = new GitReader(repository);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (contents, bytes) = (0L, 0L);
        await foreach (var blob in git.Blobs(ct))
        {
            if (git.Content(blob.Id, LongestContent) is not { } content) continue;
            bytes += content.Length;
            progress.Report(new("history", ++contents, 0, blob.Path));
            foreach (var finding in Look(blob, content, seen)) yield return finding;
            if (bytes <= MostBytes && seen.Count <= MostFindings) continue;
            yield return new ScanNote("history-cut", $"The history is longer than a scan reads; it was read up to the commit {blob.Commit.Id}.", repository.Folder);
            yield break;
        }
    }

    private List<ScanResult> Look(HistoryBlob blob, byte[] content, HashSet<string> seen)
    {
        var path = repository.Folder.Length == 0 ? blob.Path : $"{repository.Folder}/{blob.Path}";
        var kind = ContentKind.Of(content.AsSpan(0, Math.Min(content.Length, ContentKind.SampleBytes)));
        var lines = new LineCounter(content, 1);
        var found = new List<ScanResult>();
        foreach (var match in reader.Read(content, new FileFacts(new TreeFile(path, content.Length)), kind.Binary))
        {
            var value = findings.ValueId(match);
            var (line, column) = lines.Of(match.Start);
            if (!inFiles.ContainsKey(value) && seen.Add(value)) found.Add(findings.InHistory(match, blob with { Path = path }, line, column));
        }
        return found;
    }
}
