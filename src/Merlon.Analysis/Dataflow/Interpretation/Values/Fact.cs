using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>That a source's data passed a test: it then counts as carrying these marks.</summary>
readonly record struct Check(Source Source, ulong Marks);

/// <summary>
/// What a truth value tells about other data: the checks passed when it is true and when it is false, and, for a comparison, the value that
/// was compared with what it is known to equal.
/// </summary>
sealed record Fact
{
    public ImmutableArray<Check> WhenTrue { get; init; } = [];
    public ImmutableArray<Check> WhenFalse { get; init; } = [];

    /// <summary>For the position that a search gave: the checks passed when there is none, and it is negative.</summary>
    public ImmutableArray<Check> WhenNegative { get; init; } = [];

    /// <summary>Whether the position that a search gave is the last one: behind it there is no other.</summary>
    public bool IsLast { get; init; }

    /// <summary>For a position behind the last one: what holds of the text from there on.</summary>
    public ImmutableArray<Check> BehindLast { get; init; } = [];

    /// <summary>The value tested; slots that hold this very value are narrowed.</summary>
    public Value? Subject { get; init; }

    /// <summary>What <see cref="Subject"/> is when the test is true, when that is known.</summary>
    public Value? EqualWhenTrue { get; init; }

    /// <summary>What <see cref="Subject"/> is when the test is false, when that is known.</summary>
    public Value? EqualWhenFalse { get; init; }

    /// <summary>What it tells of sources, of other ones; null when that is nothing.</summary>
    public Fact? Mapped(Func<Source, Source> source) => WhenTrue.IsEmpty && WhenFalse.IsEmpty && WhenNegative.IsEmpty ? null : new()
    {
        WhenNegative = [.. WhenNegative.Select(c => c with { Source = source(c.Source) })],
        WhenTrue = [.. WhenTrue.Select(c => c with { Source = source(c.Source) })],
        WhenFalse = [.. WhenFalse.Select(c => c with { Source = source(c.Source) })],
    };

    public Fact Negated => new()
    {
        WhenTrue = WhenFalse,
        WhenFalse = WhenTrue,
        Subject = Subject,
        EqualWhenTrue = EqualWhenFalse,
        EqualWhenFalse = EqualWhenTrue,
    };
}
