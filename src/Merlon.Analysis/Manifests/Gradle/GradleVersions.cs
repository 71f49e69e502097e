using System.Buffers;

namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>What a Gradle version text is.</summary>
static class GradleVersions
{
    static readonly SearchValues<char> RangeSigns = SearchValues.Create("[](),+$");

    /// <summary>Whether it is one version: neither a range, nor open ("1.+", "latest.release"), nor made of variables.</summary>
    public static bool IsVersion(string? text) =>
        text is { Length: > 0 } && !text.AsSpan().ContainsAny(RangeSigns) && !text.StartsWith("latest.");
}
