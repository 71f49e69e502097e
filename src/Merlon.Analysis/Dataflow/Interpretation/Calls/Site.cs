using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>Where a call happens.</summary>
/// <param name="Place">The instruction that calls.</param>
/// <param name="Callee">What is called; for a call back what the library calls.</param>
/// <param name="Key">Tells calls back of one instruction apart.</param>
sealed record Site(Instruction Place, Callee Callee, Span Span, Frame Frame, object? Key = null)
{
    /// <summary>The value with its taint's ways made longer by a step here.</summary>
    public Value Step(Value value, string symbol, string? type) =>
        value.With(value.Labels.Select(label => label with { Step = label.Step.Then(Span, symbol, type, Frame.Function) }));
}
