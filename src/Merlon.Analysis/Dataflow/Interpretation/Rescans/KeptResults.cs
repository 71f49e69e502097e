using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Turns results into what can be kept, and back into results of the program as it is now.</summary>
sealed class KeptResults
{
    readonly FunctionDigests functions;
    readonly Dictionary<string, SourceFile> files = [];
    readonly Dictionary<string, Rule> rules;

    public KeptResults(Application application, FunctionDigests functions)
    {
        this.functions = functions;
        rules = application.Rules.All.ToDictionary(r => r.Id);
        foreach (var type in application.Program.Types.Values)
        {
            files.TryAdd(type.Span.File.Path, type.Span.File);
            foreach (var function in type.Functions) files.TryAdd(function.Span.File.Path, function.Span.File);
        }
    }

    public KeptRun Store(EntryResult result, ImmutableArray<string> types, ImmutableArray<string> asked, UInt128 digest) =>
        new(types, asked, digest, [.. result.Covered.Select(functions.NameOf)], [.. result.Cut.Select(functions.NameOf)], [.. result.Discoveries.Select(Store)]);

    /// <summary>The result, or null when something that it names is no longer there.</summary>
    public EntryResult? Restore(KeptRun run)
    {
        var covered = run.Covered.Select(functions.Find).OfType<Function>().ToImmutableArray();
        var cut = run.Cut.Select(functions.Find).OfType<Function>().ToImmutableArray();
        var found = run.Discoveries.Select(Restore).OfType<Discovery>().ToImmutableArray();
        return covered.Length < run.Covered.Length || cut.Length < run.Cut.Length || found.Length < run.Discoveries.Length ? null : new EntryResult(found, cut, covered);
    }

    KeptDiscovery Store(Discovery discovery)
    {
        var source = discovery.Label?.Source;
        var steps = new List<KeptStep>();
        for (var step = discovery.Label?.Step; step is not null; step = step.Previous)
            steps.Add(new KeptStep(Store(step.Span), step.Symbol, step.Type, functions.NameOf(step.Function)));
        steps.Reverse();
        return new KeptDiscovery(
            discovery.Rule.Id, Store(discovery.Span), functions.NameOf(discovery.Function), discovery.Symbol, discovery.Evidence,
            source is null ? null : new KeptSource(source.Kind, Store(source.Span), source.Symbol, source.Path), discovery.Label?.Marks ?? 0, [.. steps]);
    }

    static KeptSpan Store(Span span) => new(span.File.Path, span.Start, span.End);

    Discovery? Restore(KeptDiscovery kept)
    {
        if (!rules.TryGetValue(kept.Rule, out var rule) || functions.Find(kept.Function) is not { } function || Restore(kept.Span) is not { } span) return null;
        if (kept.Source is null) return new Discovery(rule, span, function, kept.Symbol, null, kept.Evidence);
        return RestoreLabel(kept) is { } label ? new Discovery(rule, span, function, kept.Symbol, label, kept.Evidence) : null;
    }

    Label? RestoreLabel(KeptDiscovery kept)
    {
        Step? last = null;
        foreach (var step in kept.Steps)
        {
            if (functions.Find(step.Function) is not { } function || Restore(step.Span) is not { } place) return null;
            last = new Step(last, place, step.Symbol, step.Type, function);
        }
        if (last is null || Restore(kept.Source!.Span) is not { } span) return null;
        return new Label(new Source(0, kept.Source.Kind, span, kept.Source.Symbol, kept.Source.Path), kept.Marks, last);
    }

    Span? Restore(KeptSpan span) => files.TryGetValue(span.Path, out var file) ? new Span(file, span.Start, span.End) : null;
}
