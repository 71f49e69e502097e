using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>A function and what it is handed, written down as numbers: two calls with equal keys do the same.</summary>
readonly struct SummaryKey : IEquatable<SummaryKey>
{
    readonly int[] code;
    readonly int hash;

    public SummaryKey(Function function, int[] code)
    {
        (Function, this.code) = (function, code);
        var sum = new HashCode();
        sum.Add(function);
        foreach (var number in code) sum.Add(number);
        hash = sum.ToHashCode();
    }

    public Function Function { get; }

    /// <summary>What it is handed, as numbers.</summary>
    public IReadOnlyList<int> Code => code;

    public bool Equals(SummaryKey other) =>
        hash == other.hash && ReferenceEquals(Function, other.Function) && code.AsSpan().SequenceEqual(other.code);

    public override bool Equals(object? obj) => obj is SummaryKey other && Equals(other);

    public override int GetHashCode() => hash;
}
