using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>What a function does when it is handed something that no data from outside is in: worked out once, whoever calls.</summary>
/// <param name="Key">The function and what it is handed.</param>
/// <param name="Slots">What the slots held: where one of these very values is found, it is what the caller handed over.</param>
/// <param name="Steps">The instructions that were interpreted for it.</param>
/// <param name="Normal">How it returns; null when it never does.</param>
/// <param name="Thrown">How it throws; null when it never does.</param>
/// <param name="Origins">What the objects in its endings are to a caller.</param>
/// <param name="Cost">The instructions that were interpreted, those behind the summaries that were used among them, each time they were.</param>
/// <param name="Touched">Objects that all share which it looked at itself: types with static fields, and what is kept under a name.</param>
/// <param name="Uses">The summaries that it used.</param>
/// <param name="Asked">What it asked the program about, by the numbers of <see cref="Inquiries"/>; none when nobody wanted to know.</param>
sealed record Summary(
    SummaryKey Key, ImmutableArray<Value> Slots, Ending? Normal, Ending? Thrown, IReadOnlyDictionary<int, Origin> Origins, int Steps, int Cost, IReadOnlySet<object> Touched, IReadOnlyCollection<Summary> Uses,
    ImmutableArray<Discovery> Discoveries, ImmutableArray<Function> Cut, ImmutableArray<Function> Covered, ImmutableArray<int> Asked)
{
    List<object>? touchedBelow;

    /// <summary>For one that an earlier scan made: what stands behind it, as it was kept then.</summary>
    public KeptBehind? Kept { get; init; }

    public Function Function => Key.Function;

    public bool Equals(Summary? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>The types with static fields, and the names under which something is kept, that it or a summary behind it looked at.</summary>
    public IReadOnlyList<object> TouchedBelow => touchedBelow ??= Gather();

    List<object> Gather()
    {
        var (seen, found) = (new HashSet<Summary> { this }, new HashSet<object>());
        var open = new Stack<Summary>(seen);
        while (open.TryPop(out var summary))
        {
            found.UnionWith(summary.Kept?.Touched() ?? summary.Touched.Where(t => t is not ClassPart));
            foreach (var used in summary.Uses)
                if (seen.Add(used)) open.Push(used);
        }
        return [.. found];
    }
}

/// <summary>What stands behind a summary that an earlier scan made: what it showed is known by its number then.</summary>
/// <param name="Touched">The types with static fields, and the names under which something is kept, that it or a summary behind it looked at.</param>
sealed record KeptBehind(int Number, Func<IEnumerable<object>> Touched);

/// <summary>One way in which a function ends.</summary>
/// <param name="Value">What it returns or throws.</param>
/// <param name="Slot">The slot that it returns as it got it; or -1.</param>
/// <param name="Changes">The objects that the caller must change or make.</param>
sealed record Ending(Value Value, int Slot, ImmutableArray<Change> Changes, ImmutableArray<Check> Checks);

/// <summary>An object as an ending leaves it.</summary>
/// <param name="Before">What it was; null when it is new.</param>
readonly record struct Change(int Number, HeapObject? Before, HeapObject After);

/// <summary>What an object of a summary is to the caller.</summary>
enum OriginKind
{
    /// <summary>One that was handed over, by its index.</summary>
    Given,

    /// <summary>One that all share, by its key.</summary>
    Shared,

    /// <summary>What reading an object of these makes, by the key.</summary>
    Part,

    /// <summary>A new one, by the place that allocates it.</summary>
    New,
}

readonly record struct Origin(OriginKind Kind, object? Place, int Number);
