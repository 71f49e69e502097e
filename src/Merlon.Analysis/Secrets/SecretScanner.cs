using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Merlon.Analysis.Secrets.History;
using Merlon.Analysis.Rescans;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Secrets;

/// <summary>Finds secrets in every file, and in the history of a git repository in the tree those that are in no file any more.</summary>
public sealed class SecretScanner : IRememberedScanner, ITreeScanner
{
    private readonly SecretSettings _settings;
    private readonly SecretFindings _findings;
    private readonly Lazy<KeywordFilter> _filter = new(() => new KeywordFilter(KindSet.Default.All));
    private readonly ConcurrentBag<SecretReader> _readers = [];
    private readonly ConcurrentDictionary<string, bool> _inFiles = new(StringComparer.Ordinal);

    public SecretScanner(SecretSettings? settings = null)
    {
        _settings = settings ?? new();
        _findings = new(_settings);
    }

    public CodeScanKinds Kind => CodeScanKinds.Secrets;

    public string Name => "secrets";

    // The keys change fingerprints and sealed values alone, and no answer with a secret in it is kept.
    public string MadeWith => _settings.ToString();

    public string DependsOn(TreeFile file) => file.Path;

    public IFileScan? Begin(TreeFile file) => _settings.Disable ? null : new Look(this, new FileFacts(file));

    public async IAsyncEnumerable<ScanResult> Scan(TreeScanContext context, [EnumeratorCancellation] CancellationToken ct)
    {
        if (_settings.Disable || !_settings.History) yield break;
        foreach (var repository in GitRepository.In(context.Tree.Root))
        {
            var history = new HistoryScan(repository, _findings, Take(), _inFiles, context.Progress);
            await foreach (var result in history.Run(ct)) yield return result;
        }
    }

    private SecretReader Take() => _readers.TryTake(out var reader) ? reader : new(KindSet.Default, _filter.Value, _settings);

    private sealed class Look(SecretScanner scanner, FileFacts file) : IFileScan
    {
        /// <summary>Secrets held of one file until the report takes its share; the rest of a file with so many is not read.</summary>
        private const int MostOfAFile = 200_000;

        private List<(SecretMatch Match, int Line, int Column)>? _found;

        public void Read(ContentWindow window)
        {
            if (_found?.Count >= MostOfAFile) return;
            var reader = scanner.Take();
            var lines = new LineCounter(window.Bytes.Span, window.FirstLine);
            foreach (var match in reader.Read(window.Bytes.Span, file, window.Binary))
            {
                if (!window.Owns(match.Start)) continue;
                var (line, column) = lines.Of(match.Start);
                (_found ??= []).Add((match, line, column));
            }
            scanner._readers.Add(reader);
        }

        public void Finish(FileReport report)
        {
            if (_found is null) return;
            var seen = new Dictionary<(string, string), int>();
            foreach (var (match, line, column) in _found)
            {
                var repeated = seen.GetValueOrDefault((match.Kind.Id, match.Value));
                seen[(match.Kind.Id, match.Value)] = repeated + 1;
                scanner._inFiles[scanner._findings.ValueId(match)] = true;
                report.Add(scanner._findings.InFile(match, report.File.Path, line, column, repeated));
            }
        }
    }
}
