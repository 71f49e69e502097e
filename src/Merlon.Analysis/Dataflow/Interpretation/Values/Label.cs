using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>
/// Where tainted data enters: a kind of source (<c>http-parameter</c>), the place, and the path inside what entered there
/// (<c>.name</c>, <c>[id]</c>), so that a check of one member says nothing about its neighbour.
/// </summary>
sealed class Source(int number, string kind, Span span, string symbol, string path)
{
    /// <summary>Comes before the name of the member that data was serialized in.</summary>
    public const char Seal = '|';

    /// <summary>In the order of discovery by one machine.</summary>
    public int Number { get; } = number;

    public string Kind { get; } = kind;
    public Span Span { get; } = span;

    /// <summary>The call or parameter that the data comes from.</summary>
    public string Symbol { get; } = symbol;

    public string Path { get; } = path;
}

/// <summary>A step of a flow; the steps of one label form a chain back to the source.</summary>
sealed class Step(Step? previous, Span span, string symbol, string? type, Function function)
{
    const int LongestChain = 100;

    public Step? Previous { get; } = previous;
    public Span Span { get; } = span;

    /// <summary>The variable, field or call that carries the data here.</summary>
    public string Symbol { get; } = symbol;

    public string? Type { get; } = type;
    public Function Function { get; } = function;

    /// <summary>Where the flow begins.</summary>
    public Step First
    {
        get
        {
            var step = this;
            while (step.Previous is { } before) step = before;
            return step;
        }
    }

    /// <summary>The number of steps up to this one.</summary>
    public int Count { get; } = previous is null ? 1 : previous.Count + 1;

    /// <summary>This step followed by another; chains that grow without end are not extended.</summary>
    public Step Then(Span span, string symbol, string? type, Function function) =>
        Count >= LongestChain || (Span == span && Symbol == symbol) ? this : new Step(this, span, symbol, type, function);
}

/// <summary>Taint: data from a source with the marks it gathered. Two labels are the same when source and marks are; steps only tell.</summary>
readonly record struct Label(Source Source, ulong Marks, Step Step)
{
    public bool IsSameAs(Label other) => ReferenceEquals(Source, other.Source) && Marks == other.Marks;

    internal int CompareTo(Label other) =>
        Source.Number != other.Source.Number ? Source.Number.CompareTo(other.Source.Number) : Marks.CompareTo(other.Marks);
}
