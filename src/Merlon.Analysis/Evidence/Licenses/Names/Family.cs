using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>Licences that share a name and differ by version, as families.yaml describes them.</summary>
/// <param name="Id">The family's own name.</param>
/// <param name="Group">The family whose unversioned name may stand for this one too (BSD for BSD-3-Clause); its own id otherwise.</param>
/// <param name="Gnu">Ids come as <c>-only</c> and <c>-or-later</c>.</param>
/// <param name="Versions">A version as people write it, and the id without its GNU ending.</param>
/// <param name="Bare">What the name means without a version, if anything.</param>
internal sealed record Family(string Id, string Group, bool Gnu, ImmutableDictionary<string, string> Versions, string? Bare)
{
    /// <summary>Its short name also names a language, a product or a body (Python, Zlib, W3C).</summary>
    public bool IsProduct { get; init; }

    /// <summary>The expression for one version, or null when the family has no such version.</summary>
    public string? Expression(string version, bool orLater)
    {
        var id = Versions.GetValueOrDefault(version)
            ?? (version.EndsWith(".0", StringComparison.Ordinal) ? Versions.GetValueOrDefault(version[..^2]) : Versions.GetValueOrDefault(version + ".0"));
        return id is null || !Gnu ? id : id + (orLater ? "-or-later" : "-only");
    }
}
