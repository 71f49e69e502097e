namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>
/// A licence family named at words [First, Last], with the expression that its version makes; bare when no version was said,
/// a reference when it only says where to read the licence.
/// </summary>
internal sealed record Mention(Family Family, string Expression, bool Bare, bool Reference, int First, int Last)
{
    /// <summary>The words before it grant it ("released under the").</summary>
    public bool Grants { get; init; }

    /// <summary>It says "only" in so many words.</summary>
    public bool Only { get; init; }
}
