using System.Globalization;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// What a summary tells those who use it, as a digest that can be held against that of another scan. Which places make its objects counts, and
/// the places that tainted data came by, as callers' findings name these.
/// </summary>
sealed class SummaryPrints(FunctionNames names, KeptPlaces places, AllocationNames allocations)
{
    /// <summary>The digest; null when something in the summary has no name that lasts.</summary>
    public UInt128? Of(Summary summary)
    {
        using var print = new SummaryPrint(summary, names, places, allocations);
        return print.Take();
    }
}

/// <summary>One summary while its digest is made. Objects and values are numbered in the order in which they are met.</summary>
sealed class SummaryPrint(Summary summary, FunctionNames names, KeptPlaces places, AllocationNames allocations) : IDisposable
{
    readonly Digest digest = new();
    readonly Dictionary<int, int> objects = [];
    readonly Dictionary<object, int> seen = new(ReferenceEqualityComparer.Instance);
    bool isNamed = true;

    public void Dispose() => digest.Dispose();

    public UInt128? Take()
    {
        digest.Add(summary.Cost);
        foreach (var slot in summary.Slots) seen.TryAdd(slot, seen.Count);
        digest.Add([.. summary.Touched.Select(Named).Order(StringComparer.Ordinal)]);
        Add(summary.Normal);
        Add(summary.Thrown);
        var taken = digest.Take();
        return isNamed ? taken : null;
    }

    string Named(object? item)
    {
        var name = item switch
        {
            TypeDeclaration type => "type " + type.Name,
            ClassPart part => $"part {part.Type.Name} {Named(part.Place)} {part.Number}",
            Hidden hidden => "hidden " + hidden,
            string text => "text " + text,
            IConvertible constant => constant.GetType().Name + " " + constant.ToString(CultureInfo.InvariantCulture),
            _ when ReferenceEquals(item, Value.NullConstant) => "null",
            _ when ReferenceEquals(item, Value.GivenNullConstant) => "given null",
            _ => allocations.Of(item),
        };
        isNamed &= name is not null;
        return name ?? "";
    }

    void Add(Ending? ending)
    {
        digest.Add(ending is not null);
        if (ending is null) return;
        Add(ending.Value);
        digest.Add(ending.Slot).Add(ending.Changes.Length);
        foreach (var change in ending.Changes)
        {
            AddObject(change.Number);
            Add(change.After);
            AddBefore(change.Before);
        }
        Add(ending.Checks);
    }

    void AddObject(int number)
    {
        var isNew = objects.TryAdd(number, objects.Count);
        digest.Add(objects[number]);
        if (!isNew) return;
        if (!summary.Origins.TryGetValue(number, out var origin))
        {
            isNamed = false;
            return;
        }
        digest.Add((int)origin.Kind).Add(origin.Place is null ? null : Named(origin.Place));
        if (origin.Kind == OriginKind.Part) AddObject(origin.Number);
        else digest.Add(origin.Number);
    }

    /// <summary>Of what an object was it is only asked which keys it had, and which values are still the very same.</summary>
    void AddBefore(HeapObject? obj)
    {
        digest.Add(obj?.Cells.Length ?? -1).Add(obj?.Length ?? -1).Add(obj?.Rest is { } rest ? seen.GetValueOrDefault(rest, -1) : -2);
        foreach (var (key, value) in obj?.Cells ?? []) digest.Add(Named(key)).Add(seen.GetValueOrDefault(value, -1));
    }

    void Add(HeapObject? obj)
    {
        digest.Add(obj is not null);
        if (obj is null) return;
        digest.Add(obj.Type).Add(obj.Length ?? -1).Add(obj.IsWeak).Add(obj.IsOpaque).Add(obj.Cells.Length);
        foreach (var (key, value) in obj.Cells)
        {
            digest.Add(Named(key));
            Add(value);
        }
        Add(obj.Rest);
        Add(obj.Size);
        Add(obj.Labels);
        digest.Add(obj.Closure is { } closure ? names.Of(closure.Function) : null);
        foreach (var captured in obj.Closure?.Captured ?? []) Add(captured);
    }

    /// <summary>A value that was met before is known by that: callers tell the very same from one that is alike.</summary>
    void Add(Value? value)
    {
        digest.Add(value is not null);
        if (value is null) return;
        var isNew = seen.TryAdd(value, seen.Count);
        digest.Add(seen[value]);
        if (!isNew) return;
        digest.Add(value.IsOpen).Add(value.IsMade).Add(value.Type).Add(value.Constants.Length).Add(value.Objects.Length);
        foreach (var constant in value.Constants) digest.Add(Named(constant));
        foreach (var number in value.Objects) AddObject(number);
        Add(value.Labels);
        digest.Add(value.Fact is not null);
        if (value.Fact is not { } fact) return;
        Add(fact.WhenTrue);
        Add(fact.WhenFalse);
        Add(fact.WhenNegative);
    }

    void Add(IReadOnlyCollection<Check> checks)
    {
        digest.Add(checks.Count);
        foreach (var check in checks)
        {
            digest.Add((long)check.Marks);
            Add(check.Source, null);
        }
    }

    void Add(Labels labels)
    {
        digest.Add(labels.Items.Length);
        foreach (var label in labels.Items)
        {
            digest.Add((long)label.Marks).Add(label.Step.Count);
            var first = label.Step;
            for (var step = label.Step; step is not null; step = step.Previous)
            {
                Add(step.Span, step.Function);
                digest.Add(step.Symbol).Add(step.Type).Add(names.Of(step.Function));
                first = step;
            }
            Add(label.Source, first.Function);
        }
    }

    void Add(Source source, Function? function)
    {
        var isNew = seen.TryAdd(source, seen.Count);
        digest.Add(seen[source]);
        if (!isNew) return;
        digest.Add(source.Kind).Add(source.Symbol).Add(source.Path);
        Add(source.Span, function ?? summary.Covered.FirstOrDefault(f => places.Store(source.Span, f) is not null));
    }

    void Add(Span place, Function? function)
    {
        var stored = function is null ? null : places.Store(place, function);
        isNamed &= stored is not null;
        digest.Add(stored?.Owner).Add(stored?.Number ?? 0);
    }
}
