using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Rescans;

/// <summary>
/// What file scanners said of contents in an earlier scan. Findings are never kept, for they may come of secrets: a file with one is read again.
/// Nor is an answer that was cut. Any number of threads may ask and tell.
/// </summary>
sealed class FileAnswers : IDisposable
{
    const string FileName = "evidence.answers";

    readonly AnswerFile kept;
    readonly ImmutableDictionary<IFileScanner, string> madeWith;

    FileAnswers(AnswerFile kept, ImmutableDictionary<IFileScanner, string> madeWith) => (this.kept, this.madeWith) = (kept, madeWith);

    /// <summary>The answers of a folder, which is made when needed; null when none of the scanners remembers, or the folder cannot be had.</summary>
    public static FileAnswers? Open(string folder, IEnumerable<IFileScanner> scanners, CodeScanLimits limits)
    {
        var remembered = scanners.OfType<IRememberedScanner>().ToImmutableDictionary(s => (IFileScanner)s, s => $"{s.Name}\n{s.MadeWith}");
        if (remembered.IsEmpty) return null;
        using var digest = new Digest();
        digest.Add(typeof(FileAnswers).Module.ModuleVersionId.ToString()).Add(Environment.Version.ToString()).Add(limits.ToString());
        return AnswerFile.Open(Path.Combine(folder, FileName), digest.Take()) is { } kept ? new(kept, remembered) : null;
    }

    /// <summary>The answer's name, or null when the scanner does not remember.</summary>
    public UInt128? KeyOf(IFileScanner scanner, TreeFile file, FileDigests digests)
    {
        if (!madeWith.TryGetValue(scanner, out var made)) return null;
        using var digest = new Digest();
        return digest.Add(made).Add(((IRememberedScanner)scanner).DependsOn(file)).Add(digests.Size).Add(digests.Sha256).Take();
    }

    /// <summary>Gives the answer to the report; false when none is known.</summary>
    public bool Recall(UInt128 key, FileReport report)
    {
        if (kept.Find(key) is not { } json) return false;
        if (json.Length == 0) return true;
        // The file's hash says that it is ours; what cannot be read all the same was not written by this build.
        if (Read(json.Span) is not { } answer) return false;
        report.Add(answer);
        return true;
    }

    /// <summary>Keeps what a scanner said, where it may be kept.</summary>
    public void Keep(UInt128 key, FileReport own)
    {
        if (own.Evidence() is not { } evidence) return;
        kept.Keep(key, evidence.IsEmpty ? [] : JsonSerializer.SerializeToUtf8Bytes(evidence, FileAnswerJson.Default.FileAnswer));
    }

    /// <summary>Makes the answers of this scan those that the next one finds.</summary>
    public void Save() => kept.Save();

    public void Dispose() => kept.Dispose();

    static FileAnswer? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, FileAnswerJson.Default.FileAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
