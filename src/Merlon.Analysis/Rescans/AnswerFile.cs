namespace Merlon.Analysis.Rescans;

/// <summary>
/// The file of kept answers: what they were made with, answers by key, and a hash of it all. It is replaced as a whole, so that a scan
/// that dies leaves the one before and scans side by side do not disturb each other: the last to end is kept. A file that is missing,
/// damaged or made with anything else holds nothing. What a scan did not ask for stays for a few more, within the bound of the size.
/// </summary>
sealed class AnswerFile : IDisposable
{
    /// <summary>Most bytes of the file.</summary>
    const long MostBytes = 128 << 20;

    /// <summary>Scans that an answer outlives without being asked for.</summary>
    const int Patience = 3;

    /// <summary>What a scan that died left behind is not another's that still runs.</summary>
    static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    readonly string path;
    readonly KeptAnswers earlier;
    readonly Lock gate = new();
    readonly HashSet<UInt128> written = [];
    AnswerWriter? writer;

    AnswerFile(string path, KeptAnswers earlier, AnswerWriter writer) => (this.path, this.earlier, this.writer) = (path, earlier, writer);

    /// <summary>Null when the folder cannot be written to: then nothing is kept, and the scan goes on.</summary>
    public static AnswerFile? Open(string path, UInt128 madeWith)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            foreach (var left in folder.EnumerateFiles($"{Path.GetFileName(path)}.*.part"))
                if (TimeProvider.System.GetUtcNow().UtcDateTime - left.LastWriteTimeUtc > Abandoned) left.Delete();
            return new(path, KeptAnswers.Read(path, madeWith, MostBytes), new AnswerWriter($"{path}.{Path.GetRandomFileName()}.part", madeWith));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The answer of an earlier scan, which is thereby one of this scan too.</summary>
    public ReadOnlyMemory<byte>? Find(UInt128 key)
    {
        if (earlier.Find(key) is not { } found) return null;
        Write(key, 0, found.Answer.Span);
        return found.Answer;
    }

    /// <summary>Keeps an answer for the next scan, while there is room.</summary>
    public void Keep(UInt128 key, ReadOnlySpan<byte> answer) => Write(key, 0, answer);

    /// <summary>Puts the new file into the place of the old.</summary>
    public void Save()
    {
        foreach (var (key, found) in earlier.All)
            if (found.Age < Patience) Write(key, found.Age + 1, found.Answer.Span);
        Try(w =>
        {
            w.Finish();
            File.Move(w.Path, path, overwrite: true);
        });
    }

    public void Dispose()
    {
        writer?.Dispose();
        writer = null;
    }

    void Write(UInt128 key, int age, ReadOnlySpan<byte> answer)
    {
        lock (gate)
        {
            if (writer is null || writer.Length + answer.Length + AnswerWriter.Overhead > MostBytes || !written.Add(key)) return;
            try
            {
                writer.Write(key, age, answer);
            }
            catch (IOException)
            {
                Dispose();
            }
        }
    }

    // A full disk costs what would have been kept, and nothing else.
    void Try(Action<AnswerWriter> step)
    {
        if (writer is null) return;
        try
        {
            step(writer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The scan's own results are whole.
        }
        finally
        {
            Dispose();
        }
    }
}
