using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>Holds the rules against a call.</summary>
sealed class SinkInspector(Machine machine)
{
    public void Inspect(Invocation call)
    {
        Inspect(call, call.Type);
        if (call.Site.Callee.Type != call.Type) Inspect(call, call.Site.Callee.Type);
    }

    void Inspect(Invocation call, string? type)
    {
        foreach (var sink in machine.Application.Rules.At(machine.Hierarchy, type, call.Name, call.Arguments.Length))
            if (Holds(sink, call) is { } evidence)
                Report(sink, call, evidence);
    }

    /// <summary>Whether the sink's conditions hold; the constant that decided, or the empty text.</summary>
    static string? Holds(Sink sink, Invocation call)
    {
        var evidence = "";
        foreach (var condition in sink.Conditions)
        {
            if (ConditionTest.Holds(condition, call) is not { } found) return null;
            if (found.Length > 0) evidence = found;
        }
        return evidence;
    }

    void Report(Sink sink, Invocation call, string evidence)
    {
        if (sink.Places.IsEmpty)
        {
            Add(sink.Rule, call, null, evidence);
            return;
        }
        foreach (var place in sink.Places)
            foreach (var label in Arriving(sink, call, place).Items)
                if (sink.Rule.Takes(label.Source.Kind) && (label.Marks & sink.Rule.Needs) == sink.Rule.Needs && (Effective(label, call.State) & sink.Rule.Stops) == 0)
                    Add(sink, call, label, evidence);
    }

    void Add(Sink sink, Invocation call, Label label, string evidence)
    {
        if (sink.Moment != SinkMoment.Later) machine.Discoveries.Use(sink.Rule, label.Source);
        if (sink.Moment != SinkMoment.Use) Add(sink.Rule, call, label, evidence, sink.Moment == SinkMoment.Later);
    }

    static Labels Arriving(Sink sink, Invocation call, Place place)
    {
        if (place.Kind != PlaceKind.Arguments) return Machine.Reachable(call.At(place), call.State);
        return call.Arguments.Aggregate(Labels.None, (labels, a) => Labels.Join(labels, Machine.Reachable(a, call.State)));
    }

    static ulong Effective(Label label, State state) => Marks.WithConsequences(label.Marks | State.MarksOf(state.Checks, label.Source));

    void Add(Rule rule, Invocation call, Label? label, string evidence, bool isHarmLater = false)
    {
        var symbol = $"{call.Type}.{call.Name}";
        var ended = label is { } l ? l with { Marks = Effective(l, call.State), Step = l.Step.Then(call.Site.Span, symbol, null, call.Site.Frame.Function) } : (Label?)null;
        machine.Discoveries.Add(new Discovery(rule, call.Site.Span, call.Site.Frame.Function, symbol, ended, evidence) { IsHarmLater = isHarmLater });
    }
}
