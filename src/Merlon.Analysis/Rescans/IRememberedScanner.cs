using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Rescans;

/// <summary>
/// A file scanner whose answer about a file follows from the file's content, what <see cref="MadeWith"/> says and what
/// <see cref="DependsOn"/> says: it need not be asked again about a content that it answered for in an earlier scan.
/// </summary>
public interface IRememberedScanner : IFileScanner
{
    /// <summary>A word that no other scanner has.</summary>
    string Name { get; }

    /// <summary>The options and rules of the answer that are not part of this build, in a form that changes with them.</summary>
    string MadeWith { get; }

    /// <summary>What of the file's name and place the answer depends on; empty when nothing.</summary>
    string DependsOn(TreeFile file);
}
