namespace Merlon.Analysis.Evidence.Licenses;

/// <summary>How a licence was recognised, from the surest to the least.</summary>
internal enum MatchKind
{
    /// <summary>A machine-readable tag such as SPDX-License-Identifier.</summary>
    Tag,

    /// <summary>A whole licence text.</summary>
    Text,

    /// <summary>A notice or variant that a rule describes.</summary>
    Rule,

    /// <summary>A name with its version.</summary>
    Name,

    /// <summary>A name that points to where the licence can be read ("see the", "a copy of the").</summary>
    Reference,

    /// <summary>A name without a version: what it means is a convention.</summary>
    BareName,

    /// <summary>The address of a licence.</summary>
    Address,
}

/// <summary>
/// A licence, as an SPDX expression, found at words [First, Last] of a file. A bare name that shares its family is explained by it.
/// The score is 0 to 1.
/// </summary>
internal sealed record TokenMatch(MatchKind Kind, string Expression, string Family, int First, int Last, double Score)
{
    /// <summary>Stretches inside that something else may explain.</summary>
    public IReadOnlyList<(int First, int Last)> Holes { get; init; } = [];

    /// <summary>A bare name that grants on its own is explained only by what stands near.</summary>
    public bool Grants { get; init; }

    /// <summary>It says where a licence can be read ("see the", "a copy of the").</summary>
    public bool Refers { get; init; }

    /// <summary>It says "only" in so many words.</summary>
    public bool Only { get; init; }

    public bool InHole(TokenMatch other)
    {
        foreach (var (first, last) in Holes)
            if (first <= other.First && other.Last <= last) return true;
        return false;
    }
}
