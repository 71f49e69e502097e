namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>Follows braces line by line and knows whether a line stands in a <c>dependencies { }</c> block, and there among the
/// <c>constraints { }</c>, which give versions and ask for nothing. Comments are left out.</summary>
sealed class DependencyBlocks
{
    int depth;
    int blockDepth = -1;
    int constraintsDepth = -1;
    bool comment;

    /// <summary>Whether the line taken last stands among constraints.</summary>
    public bool InConstraints { get; private set; }

    /// <summary>Takes the next line; true when it may state a dependency.</summary>
    public bool Enter(string line)
    {
        if (comment || line.StartsWith("/*")) comment = !line.Contains("*/", StringComparison.Ordinal);
        if (comment || line.StartsWith("//") || line.StartsWith('*') || line.StartsWith("/*")) return false;
        var opens = blockDepth < 0 && line.StartsWith("dependencies") && line[12..].TrimStart().StartsWith('{');
        if (opens) blockDepth = depth;
        if (blockDepth >= 0 && constraintsDepth < 0 && line.StartsWith("constraints") && line[11..].TrimStart().StartsWith('{')) constraintsDepth = depth;
        InConstraints = constraintsDepth >= 0;
        depth += line.Count(c => c == '{') - line.Count(c => c == '}');
        var inside = blockDepth >= 0;
        if (inside && depth <= blockDepth) blockDepth = -1;
        if (depth <= constraintsDepth) constraintsDepth = -1;
        return inside;
    }
}
