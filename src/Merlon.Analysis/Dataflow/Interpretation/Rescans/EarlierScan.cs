using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>What an earlier scan kept of a language: the files as they were lowered, and what running them showed. Both are read beside other work.</summary>
/// <param name="folder">Where it is kept.</param>
/// <param name="language">The name of the language.</param>
sealed class EarlierScan(string folder, string language)
{
    readonly EarlierFile<KeptCode> code = new(Path.Combine(folder, $"dataflow-{language}.code"), KeptCode.Read);
    readonly EarlierFile<KeptRuns> runs = new(Path.Combine(folder, $"dataflow-{language}.runs"), RunReader.Read);

    /// <summary>The files, when they were lowered with the same; else none.</summary>
    public KeptCode CodeMadeWith(UInt128 digest) => code.MadeWith(digest) ?? KeptCode.None;

    /// <summary>The runs, when they were made with the same; else none.</summary>
    public KeptRuns RunsMadeWith(UInt128 digest) => runs.MadeWith(digest) ?? KeptRuns.None;

    /// <summary>Replaces the files.</summary>
    public void WriteCode(UInt128 madeWith, IEnumerable<ReadOnlyMemory<byte>> kept) => code.Write(madeWith, kept);

    /// <summary>Replaces the runs.</summary>
    public void WriteRuns(UInt128 madeWith, KeptRuns kept) => runs.Write(madeWith, RunWriter.Write(kept));
}

/// <summary>A file that an earlier scan kept. It is read at once, at a thread of its own.</summary>
/// <param name="read">Throws <see cref="FormatException"/> where it cannot be read: then nothing was kept.</param>
sealed class EarlierFile<T>(string path, Func<ReadOnlyMemory<byte>, T> read)
    where T : class
{
    readonly WorkBeside<(UInt128 MadeWith, T Kept)?> reading = new(() => Read(path, read));

    /// <summary>What was kept, when it was made with the same; else null.</summary>
    public T? MadeWith(UInt128 digest) => reading.Result is var (made, kept) && made == digest ? kept : null;

    public void Write(UInt128 madeWith, IEnumerable<ReadOnlyMemory<byte>> kept) => new KeptFile(path, madeWith).Write(kept);

    static (UInt128 MadeWith, T Kept)? Read(string path, Func<ReadOnlyMemory<byte>, T> read)
    {
        try
        {
            return KeptFile.ReadAny(path) is var (made, content) ? (made, read(content)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
