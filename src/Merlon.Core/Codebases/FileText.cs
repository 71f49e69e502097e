using System.Collections.Immutable;

namespace Merlon.Core.Codebases;

/// <summary>The text of a scanned file, or why there is none to show.</summary>
/// <param name="SecretLines">The 1-based lines that are left empty because a secret stands on them.</param>
/// <param name="WhyNot">A sentence for people; null when there is a text.</param>
public sealed record FileText(ImmutableArray<string> Lines, ImmutableSortedSet<int> SecretLines, string? WhyNot)
{
    internal static FileText None(string why) => new([], [], why);
}
