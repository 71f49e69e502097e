using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// For a function that answers true or false: which checks its data has passed wherever it answers true, and wherever false. So a
/// validator of the application counts at its callers' branches as the test inside it would.
/// </summary>
sealed class TruthOfReturns
{
    ImmutableArray<Check>? whenTrue, whenFalse;
    bool isOther;

    public void Add(Value value, ImmutableArray<Check> checks)
    {
        switch (value.Single)
        {
            case true:
                whenTrue = Both(whenTrue, checks);
                break;
            case false:
                whenFalse = Both(whenFalse, checks);
                break;
            case null when value.Type is "boolean" or "bool" or "java.lang.Boolean" or "System.Boolean":
                whenTrue = Both(whenTrue, [.. checks, .. value.Fact?.WhenTrue ?? []]);
                whenFalse = Both(whenFalse, [.. checks, .. value.Fact?.WhenFalse ?? []]);
                break;
            default:
                isOther = true;
                break;
        }
    }

    public Value Explain(Value result)
    {
        if (isOther || result.Fact is not null || whenTrue is not { } yes || whenFalse is not { } no || (yes.IsEmpty && no.IsEmpty)) return result;
        return result.With(new Fact { WhenTrue = yes, WhenFalse = no });
    }

    static ImmutableArray<Check> Both(ImmutableArray<Check>? known, ImmutableArray<Check> added) =>
        known is { } before ? State.Common(before, added) : added;
}
