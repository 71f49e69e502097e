using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>The runs that an earlier scan kept. They are read while the code is lowered, as neither needs the other.</summary>
sealed class EarlierRuns(string path)
{
    readonly WorkBeside<(UInt128 MadeWith, KeptRuns Runs)?> reading = new(() => Read(path));

    /// <summary>The runs, when they were made with the same; else none.</summary>
    public KeptRuns MadeWith(UInt128 digest) => reading.Result is var (made, runs) && made == digest ? runs : KeptRuns.None;

    /// <summary>Replaces them.</summary>
    public void Write(UInt128 madeWith, KeptRuns runs) => new KeptFile(path, madeWith).Write(RunWriter.Write(runs));

    static (UInt128 MadeWith, KeptRuns Runs)? Read(string path)
    {
        try
        {
            return KeptFile.ReadAny(path) is var (made, content) ? (made, RunReader.Read(content)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
