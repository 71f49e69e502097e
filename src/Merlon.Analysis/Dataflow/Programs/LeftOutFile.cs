namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>A file that was not read, and why, as what follows its name in a sentence.</summary>
sealed record LeftOutFile(string Path, string Reason)
{
    /// <summary>What nests deeper than <see cref="Languages.CodeNesting"/> and the front ends follow.</summary>
    public static LeftOutFile TooDeep(string path) => new(path, "is nested deeper than code is read");

    /// <summary>What holds a block or a switch that is longer.</summary>
    public static LeftOutFile TooLong(string path) => new(path, "holds a longer block or switch than code is read with");

    /// <summary>What holds more types that extend one another in a line.</summary>
    public static LeftOutFile TooLongLine(string path) => new(path, "holds a longer line of types that extend one another than code is read with");
}
