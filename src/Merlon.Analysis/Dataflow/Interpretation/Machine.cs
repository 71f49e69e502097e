using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Interprets one entry point with all that it calls. It holds what is global to that run: the budget, the numbering of objects and
/// sources, and what was found. Nothing is shared between machines but what never changes, so that they may run side by side.
/// </summary>
sealed class Machine
{
    readonly Dictionary<(Span, string, string), Source> sources = [];
    readonly List<(object Place, int Part)> places = [];
    readonly Inquiries? inquiries;
    readonly Function? root;
    readonly int budget;
    int steps, limit;

    /// <param name="inquiries">Notes what the run asks the program about, besides the functions it enters; or null.</param>
    /// <param name="root">The function whose summary is made; null for an entry point.</param>
    public Machine(SummaryTable summaries, Inquiries? inquiries = null, Function? root = null)
    {
        Summaries = summaries;
        Application = summaries.Application;
        Options = summaries.Options;
        (this.inquiries, this.root) = (inquiries, root);
        Hierarchy = inquiries is null ? Application.Hierarchy : Application.Hierarchy.Noting(inquiries);
        limit = budget = IsEntry ? Options.StepsPerEntry : Options.StepsPerSummary;
        Calls = new CallInterpreter(this);
        Fields = new FieldAccess(this);
        Shared = new SharedObjects(NewObject);
        Parts = new Parts(this);
    }

    public Application Application { get; }
    public EngineOptions Options { get; }
    public Hierarchy Hierarchy { get; }

    public SummaryTable Summaries { get; }

    /// <summary>Whether this run starts where a framework calls, and not where a summary is made.</summary>
    public bool IsEntry => root is null;

    public ModelLibrary Models => Application.Models;
    public CallInterpreter Calls { get; }
    public FieldAccess Fields { get; }

    /// <summary>The objects that all functions of the run share.</summary>
    public SharedObjects Shared { get; }

    /// <summary>The objects that reading made of others.</summary>
    public Parts Parts { get; }

    public Context Root { get; } = new(null, null, 0);
    public Discoveries Discoveries { get; } = new();

    /// <summary>Every function that was interpreted at least once.</summary>
    public HashSet<Function> Covered { get; } = [];

    /// <summary>Paths inside of data are not followed further than that.</summary>
    const int LongestPath = 40;

    /// <summary>Counts steps; false when even what was begun must end.</summary>
    public bool Spend(int count)
    {
        Interpreted += count;
        Cost += count;
        return (steps += count) <= 2 * budget;
    }

    /// <summary>The steps, with all that stand behind the summaries that were used.</summary>
    public int Cost { get; private set; }

    /// <summary>The summaries that were asked for.</summary>
    public HashSet<Summary> Used { get; } = [];

    /// <summary>The instructions that were interpreted.</summary>
    public int Interpreted { get; private set; }

    /// <summary>Whether no further calls may be entered here; what was begun is brought to its end.</summary>
    public bool IsExhausted => steps >= limit;

    /// <summary>Whether more than one call of the program names a function, so that what one of them hands over says little of it.</summary>
    public bool IsCalledOften(Function function)
    {
        inquiries?.Add(new Inquiry(InquiryKind.Callers, null, Function: function));
        return Application.EntryPoints.IsCalledOften(function);
    }

    /// <summary>Notes that the way on depends on what a function is declared to be and can show.</summary>
    public void Weigh(Function function) => inquiries?.Add(new Inquiry(InquiryKind.Weight, null, Function: function));

    /// <summary>The entries of a file of the application; see <see cref="Program.FindResource"/>.</summary>
    public IReadOnlyDictionary<string, string>? ResourceAt(string path)
    {
        inquiries?.Add(new Inquiry(InquiryKind.Resource, null, path));
        return Application.Program.FindResource(path);
    }

    /// <summary>What the files of the application say under a key; see <see cref="Program.FindSettings"/>.</summary>
    public IEnumerable<string> SettingsAt(string key)
    {
        inquiries?.Add(new Inquiry(InquiryKind.Setting, null, key));
        return Application.Program.FindSettings(key);
    }

    /// <summary>Notes that a function was not interpreted to its end.</summary>
    public void Cut(Function function) => Discoveries.Cut.Add(function);

    public int NewObject(object place, int part)
    {
        places.Add((place, part));
        return places.Count - 1;
    }

    /// <summary>The place that allocates an object.</summary>
    public (object Place, int Part) PlaceOf(int number) => places[number];

    /// <summary>
    /// What a function does with what it is handed, when that can be said apart from its caller. What is used counts as a part of the steps that
    /// it stands for, so that the work behind a run stays bounded.
    /// </summary>
    public Summary? SummaryOf(Function function, Handover given, State state)
    {
        if (!given.IsClean) return null;
        var summary = Summaries.Of(function, given);
        var isNew = Used.Add(summary);
        if (sources.Count > 0 && Shared.AnyIsTainted(summary.TouchedBelow, state)) return null;
        var share = 1 + summary.Cost / Options.SummaryShare;
        steps += IsEntry ? Math.Min(Options.MostOfSummary, share) : share;
        if (isNew) Cost = (int)Math.Min(int.MaxValue / 2, Cost + 1L + summary.Cost);
        return summary;
    }

    /// <summary>Whether the summary of a function may be asked for here: one that is made uses only those of functions further down.</summary>
    public bool MayUse(Function function)
    {
        if (root is null) return Application.Reach.RankOf(function) < int.MaxValue;
        inquiries?.Add(new Inquiry(InquiryKind.Order, null, Function: function, Other: root));
        return Application.Reach.RankOf(function) < Application.Reach.RankOf(root);
    }

    /// <summary>
    /// Interprets a function on these slots' values, in a state whose heap and checks are the caller's. A call gets a quarter of the budget
    /// that is left, so that the first one cannot spend what the others need.
    /// </summary>
    public Completion Invoke(Function function, IReadOnlyList<Value> arguments, State caller, Frame? from, Context context)
    {
        Covered.Add(function);
        var slots = new Value?[Math.Max(function.SlotCount, arguments.Count)];
        for (var i = 0; i < arguments.Count; i++) slots[i] = arguments[i];
        var outer = limit;
        if (from is not null) limit = Math.Min(outer, steps + Math.Max(Options.LeastShare, (outer - steps) / 4));
        var completion = new FunctionRun(this, new Frame(function, from, context, arguments)).Run(new State(slots, caller.Heap, caller.Checks));
        limit = outer;
        return completion;
    }

    /// <summary>An object allocated at a place in a context: a new one, or the same once more, which then stands for several.</summary>
    public Value Allocate(State state, Context context, object place, HeapObject created, int part = 0)
    {
        var number = context.ObjectAt(place, part, NewObject);
        state.Heap = state.Heap[number] is { } before
            ? state.Heap.Set(number, HeapObject.Join(before, created).Weakened())
            : state.Heap.Set(number, created);
        return Value.OfObject(number);
    }

    public Source SourceAt(string kind, Span span, string symbol, string path = "")
    {
        if (!sources.TryGetValue((span, kind, path), out var source))
            sources[(span, kind, path)] = source = new Source(sources.Count, kind, span, symbol, path);
        return source;
    }

    /// <summary>The labels of a member of something tainted as a whole. What was serialized is only where it was before.</summary>
    public Labels Member(Labels labels, string member) => labels.Select(label =>
    {
        var path = label.Source.Path;
        if (path.LastIndexOf(Source.Seal) is >= 0 and var seal) return IsUnder(path.AsSpan(seal + 1), member) ? At(label, path[..seal]) : null;
        return path.Length > LongestPath ? label : At(label, path + member);
    });

    /// <summary>The labels of what a member of a serialized object holds, until that very member is read of what it becomes again.</summary>
    public Labels Serialized(Labels labels, string member) => labels.Select(label =>
        label.Source.Path.Length > 2 * LongestPath ? label : At(label, $"{label.Source.Path}{Source.Seal}{member}"));

    Label At(Label label, string path) => label with { Source = SourceAt(label.Source.Kind, label.Source.Span, label.Source.Symbol, path) };

    /// <summary>Whether a member, <c>.name</c> or <c>[name]</c>, is the one of that name; which one <c>[]</c> is nobody knows.</summary>
    static bool IsUnder(ReadOnlySpan<char> name, string member) => member == "[]" || member.AsSpan(1).TrimEnd(']').Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The exact types that a value is known to have; null when it may have others.</summary>
    public IReadOnlyList<string>? TypesOf(Value? value, State state)
    {
        if (value is null || value.IsOpen || !value.Constants.IsEmpty) return null;
        var types = value.Objects.Select(o => state.Heap[o] is { IsOpaque: false } found ? found.Type : null).OfType<string>().ToList();
        return types.Count == 0 || types.Count < value.Objects.Length ? null : types;
    }

    /// <summary>All taint of a value and of what can be reached from it, to a depth.</summary>
    public static Labels Reachable(Value value, State state, int depth = 4)
    {
        if (value.Objects.IsEmpty) return value.Labels;
        var seen = new HashSet<int>();
        return Gather(value, depth);

        Labels Gather(Value part, int left)
        {
            var labels = part.Labels;
            if (left == 0) return labels;
            foreach (var number in part.Objects)
            {
                if (!seen.Add(number) || state.Heap[number] is not { } obj) continue;
                labels = Labels.Join(labels, obj.DirectLabels);
                foreach (var holder in obj.Holders) labels = Labels.Join(labels, Gather(holder, left - 1));
            }
            return labels;
        }
    }
}
