using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// Writes down all that a summary tells those who use it, so that the next scan need not make it again; <see cref="SummaryReader"/> reads it.
/// Values, sources and steps are numbered in the order in which they are met, the common values first: callers tell the very same from one that
/// is alike.
/// </summary>
sealed class SummaryWriter
{
    readonly ByteWriter to;
    readonly FunctionNames names;
    readonly KeptPlaces places;
    readonly AllocationNames allocations;
    readonly Dictionary<object, int> values = new(ReferenceEqualityComparer.Instance), sources = new(ReferenceEqualityComparer.Instance), steps = new(ReferenceEqualityComparer.Instance);

    SummaryWriter(TextNumbers texts, FunctionNames names, KeptPlaces places, AllocationNames allocations)
    {
        (to, this.names, this.places, this.allocations) = (new ByteWriter(texts), names, places, allocations);
        foreach (var common in Value.Common) values.Add(common, values.Count);
    }

    /// <summary>The bytes; none when something in the summary has no name that lasts.</summary>
    public static ReadOnlyMemory<byte> Write(Summary summary, TextNumbers texts, FunctionNames names, KeptPlaces places, AllocationNames allocations)
    {
        var writer = new SummaryWriter(texts, names, places, allocations);
        try
        {
            writer.Write(summary);
            return writer.to.Written.ToArray();
        }
        catch (NotSupportedException)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
    }

    void Write(Summary summary)
    {
        to.Number(summary.Steps).Number(summary.Cost);
        to.Each(summary.Slots, Write);
        to.Number(summary.Origins.Count);
        foreach (var (number, origin) in summary.Origins)
        {
            to.Number(number).Number((int)origin.Kind).Number(origin.Number);
            WriteItem(origin.Place);
        }
        Write(summary.Normal, summary.Covered);
        Write(summary.Thrown, summary.Covered);
    }

    void Write(Ending? ending, IReadOnlyList<Function> covered)
    {
        to.Truth(ending is not null);
        if (ending is null) return;
        Write(ending.Value);
        to.Number(ending.Slot).Number(ending.Changes.Length);
        foreach (var change in ending.Changes)
        {
            to.Number(change.Number);
            Write(change.After);
            WriteBefore(change.Before);
        }
        Write(ending.Checks, covered);
    }

    /// <summary>Of what an object was it is only asked which keys it had, and which values are still the very same.</summary>
    void WriteBefore(HeapObject? obj)
    {
        to.Truth(obj is not null);
        if (obj is null) return;
        to.Number(obj.Length ?? -1).Number(obj.Rest is { } rest ? values.GetValueOrDefault(rest, -1) + 1 : -1);
        to.Each(obj.Cells, cell =>
        {
            WriteItem(cell.Key);
            to.Number(values.GetValueOrDefault(cell.Value, -1));
        });
    }

    void Write(HeapObject obj)
    {
        to.Text(obj.Type).Number(obj.Length ?? -1).Number((obj.IsWeak ? 1 : 0) | (obj.IsOpaque ? 2 : 0) | (obj.Rest is null ? 0 : 4) | (obj.Size is null ? 0 : 8) | (obj.Closure is null ? 0 : 16));
        to.Each(obj.Cells, cell =>
        {
            WriteItem(cell.Key);
            Write(cell.Value);
        });
        if (obj.Rest is { } rest) Write(rest);
        if (obj.Size is { } size) Write(size);
        Write(obj.Labels);
        if (obj.Closure is { } closure) to.Text(names.Of(closure.Function)).Each(closure.Captured, Write);
    }

    void Write(Value value)
    {
        var isNew = values.TryAdd(value, values.Count);
        to.Number(values[value]);
        if (!isNew) return;
        to.Number((value.IsOpen ? 1 : 0) | (value.IsMade ? 2 : 0) | (value.Fact is null ? 0 : 4)).Text(value.Type);
        to.Each(value.Constants, WriteItem).Numbers(value.Objects);
        Write(value.Labels);
        if (value.Fact is not { } fact) return;
        Write(fact.WhenTrue, []);
        Write(fact.WhenFalse, []);
        Write(fact.WhenNegative, []);
    }

    void Write(IReadOnlyCollection<Check> checks, IReadOnlyList<Function> covered) => to.Each(checks, check =>
    {
        to.Wide(check.Marks);
        Write(check.Source, null, covered);
    });

    void Write(Labels labels) => to.Each(labels.Items, label =>
    {
        to.Wide(label.Marks);
        Write(label.Step);
        Write(label.Source, label.Step.First.Function, []);
    });

    void Write(Step step)
    {
        var isNew = steps.TryAdd(step, steps.Count);
        to.Number(steps[step]);
        if (!isNew) return;
        to.Truth(step.Previous is not null);
        if (step.Previous is { } previous) Write(previous);
        Write(step.Span, step.Function);
        to.Text(step.Symbol).Text(step.Type).Text(names.Of(step.Function));
    }

    /// <param name="function">The function that the source stands in; null when it is one of those.</param>
    void Write(Source source, Function? function, IReadOnlyList<Function> covered)
    {
        var isNew = sources.TryAdd(source, sources.Count);
        to.Number(sources[source]);
        if (!isNew) return;
        to.Number(source.Number).Text(source.Kind).Text(source.Symbol).Text(source.Path);
        Write(source.Span, function ?? covered.FirstOrDefault(f => places.Store(source.Span, f) is not null) ?? throw Nameless());
    }

    void Write(Span place, Function function)
    {
        var stored = places.Store(place, function) ?? throw Nameless();
        to.Text(stored.Owner).Number(stored.Number);
    }

    /// <summary>A constant, a key, or a place.</summary>
    void WriteItem(object? item)
    {
        switch (item)
        {
            case TypeDeclaration type:
                to.Number((int)ItemKind.Type).Text(type.Name);
                break;
            case ClassPart part:
                to.Number((int)ItemKind.Part).Text(part.Type.Name).Number(part.Number);
                WriteItem(part.Place);
                break;
            case Hidden hidden:
                to.Number((int)ItemKind.Hidden).Number((int)hidden);
                break;
            case Function function:
                to.Number((int)ItemKind.Function).Text(names.Of(function));
                break;
            case Instruction instruction:
                var name = allocations.NameOf(instruction) ?? throw Nameless();
                to.Number((int)ItemKind.Instruction).Text(name.Function).Text(name.Kind).Number(name.Number);
                break;
            case Callee { Candidates.IsEmpty: true } callee:
                to.Number((int)ItemKind.Callee).Number((int)callee.Kind).Text(callee.Type).Text(callee.Name).Text(callee.ResultType);
                break;
            case null or string or bool or long or double or char:
                to.Number((int)ItemKind.Constant).Constant(item);
                break;
            case var other when ReferenceEquals(other, Value.NullConstant):
                to.Number((int)ItemKind.Null);
                break;
            case var other when ReferenceEquals(other, Value.GivenNullConstant):
                to.Number((int)ItemKind.GivenNull);
                break;
            default:
                throw Nameless();
        }
    }

    static NotSupportedException Nameless() => new("Something in the summary has no name that lasts.");
}

/// <summary>What a constant, a key or a place in a kept summary is.</summary>
enum ItemKind
{
    Constant,
    Null,
    GivenNull,
    Hidden,
    Type,
    Part,
    Function,
    Instruction,
    Callee,
}
