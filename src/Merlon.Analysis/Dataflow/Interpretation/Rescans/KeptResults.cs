using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Turns results into what can be kept, and back into results of the program as it is now.</summary>
sealed class KeptResults
{
    readonly FunctionNames names;
    readonly KeptPlaces places;
    readonly Dictionary<string, Rule> rules;

    public KeptResults(Application application, FunctionNames names, KeptPlaces places)
    {
        (this.names, this.places) = (names, places);
        rules = application.Rules.All.ToDictionary(r => r.Id);
    }

    /// <summary>The result, still without what it depends on; or null when it names a place that could not be found again.</summary>
    public KeptRun? Store(EntryResult result)
    {
        var found = result.Discoveries.Select(Store).OfType<KeptDiscovery>().ToImmutableArray();
        return found.Length < result.Discoveries.Length ? null : new KeptRun([], [], [], [.. result.Cut.Select(names.Of)], result.Unreached, found);
    }

    /// <summary>The result, or null when something that it names is no longer there.</summary>
    public EntryResult? Restore(KeptRun run, ImmutableArray<Function> covered)
    {
        // One source of a run is one object: findings of one line and source are told by it to be the same.
        var sources = new Dictionary<(Span, string, string), Source>();
        var cut = run.Cut.Select(names.Find).OfType<Function>().ToImmutableArray();
        var found = run.Discoveries.Select(d => Restore(d, sources)).OfType<Discovery>().ToImmutableArray();
        return cut.Length < run.Cut.Length || found.Length < run.Discoveries.Length ? null : new EntryResult(found, cut, covered) { KeptUses = run.Uses, Unreached = run.Unreached };
    }

    KeptDiscovery? Store(Discovery discovery)
    {
        if (places.Store(discovery.Span, discovery.Function) is not { } span) return null;
        var steps = new List<KeptStep>();
        for (var step = discovery.Label?.Step; step is not null; step = step.Previous)
        {
            if (places.Store(step.Span, step.Function) is not { } place) return null;
            steps.Add(new KeptStep(place, step.Symbol, step.Type, names.Of(step.Function)));
        }
        steps.Reverse();
        return discovery.Label is { } label
            ? StoreSource(label) is { } source ? Kept(discovery, span) with { Source = source, Marks = label.Marks, Steps = [.. steps] } : null
            : Kept(discovery, span);
    }

    KeptDiscovery Kept(Discovery discovery, KeptSpan span) =>
        new(discovery.Rule.Id, span, names.Of(discovery.Function), discovery.Symbol, discovery.Evidence, null, 0, []);

    /// <summary>Where data came in is a place of the function that its first step is in.</summary>
    KeptSource? StoreSource(Label label)
    {
        var first = label.Step;
        while (first.Previous is { } previous) first = previous;
        var source = label.Source;
        return places.Store(source.Span, first.Function) is { } span ? new KeptSource(source.Kind, span, source.Symbol, source.Path) : null;
    }

    Discovery? Restore(KeptDiscovery kept, Dictionary<(Span, string, string), Source> sources)
    {
        if (!rules.TryGetValue(kept.Rule, out var rule) || names.Find(kept.Function) is not { } function || places.Restore(kept.Span) is not { } span) return null;
        if (kept.Source is null) return new Discovery(rule, span, function, kept.Symbol, null, kept.Evidence);
        return RestoreLabel(kept, kept.Source, sources) is { } label ? new Discovery(rule, span, function, kept.Symbol, label, kept.Evidence) : null;
    }

    Label? RestoreLabel(KeptDiscovery kept, KeptSource source, Dictionary<(Span, string, string), Source> sources)
    {
        Step? last = null;
        foreach (var step in kept.Steps)
        {
            if (names.Find(step.Function) is not { } function || places.Restore(step.Span) is not { } place) return null;
            last = new Step(last, place, step.Symbol, step.Type, function);
        }
        if (last is null || places.Restore(source.Span) is not { } span) return null;
        if (!sources.TryGetValue((span, source.Kind, source.Path), out var restored))
            sources[(span, source.Kind, source.Path)] = restored = new Source(sources.Count, source.Kind, span, source.Symbol, source.Path);
        return new Label(restored, kept.Marks, last);
    }
}
