using System.Collections.Immutable;

namespace Merlon.Analysis.Trees;

/// <summary>What came of making a tree.</summary>
public abstract record ExpansionResult
{
    /// <summary>The tree stands, whole, in <paramref name="Folder"/>.</summary>
    /// <param name="Bytes">Written in all, inner archives included.</param>
    /// <param name="Notes">What was left out or stayed unexpanded, and why.</param>
    /// <param name="Commit">The commit, where the tree came from git.</param>
    public sealed record Expanded(string Folder, long Files, long Bytes, ImmutableArray<ScanNote> Notes, string? Commit = null) : ExpansionResult;

    /// <summary>The input is hostile, damaged, too large or not to be had. Nothing was kept.</summary>
    /// <param name="Code">A stable word: <c>not-an-archive</c>, <c>hostile-path</c>, <c>hostile-link</c>, <c>special-file</c>,
    /// <c>duplicate-path</c>, <c>too-large</c>, <c>too-many-entries</c>, <c>ratio</c>, <c>damaged</c>, <c>address</c>, <c>git</c>.</param>
    /// <param name="Why">One sentence for the person who sent it.</param>
    public sealed record Refused(string Code, string Why) : ExpansionResult;
}

/// <summary>How far an expansion is.</summary>
/// <param name="Path">What is being written.</param>
public sealed record ExpansionProgress(long Files, long Bytes, string Path);

/// <summary>A refusal on its way up from the depth of an expansion.</summary>
/// <param name="spent">Whether a limit of the whole expansion is reached, so that going on with other archives is no use.</param>
sealed class ExpansionRefusedException(string code, string why, bool spent = false) : Exception(why)
{
    public string Code => code;
    public bool Spent => spent;
}
