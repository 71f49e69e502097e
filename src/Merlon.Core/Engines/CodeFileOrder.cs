using Merlon.Analysis.Trees;

namespace Merlon.Core.Engines;

/// <summary>An order to read one file of an uploaded codebase as text.</summary>
/// <param name="Archive">The upload, on this machine's disk.</param>
/// <param name="Path">The file in the tree that the archive becomes.</param>
/// <param name="Scratch">A folder for archives inside it.</param>
public sealed record CodeFileOrder(string Archive, string Path, string Scratch)
{
    /// <summary>The kind of these orders.</summary>
    public const string Kind = "code-file";

    public ExpansionOptions Expansion { get; init; } = new();

    /// <summary>Most bytes of the file.</summary>
    public required int MostBytes { get; init; }
}

/// <summary>What came of it.</summary>
/// <param name="Text">Null when there is no such file, or it is larger than was asked for.</param>
public sealed record CodeFileAnswer(CodeText? Text);
