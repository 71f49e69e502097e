using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What an order of two values teaches: data that is less than something of the program's own is bounded.</summary>
static class Bounds
{
    public static Value Learn(Operator op, Value left, Value right, Value result)
    {
        if (left.IsTainted == right.IsTainted || result.IsConstant) return result;
        var isLeftSmaller = op is Operator.Less or Operator.LessOrEqual;
        var tainted = left.IsTainted ? left : right;
        ImmutableArray<Check> checks = [.. tainted.Labels.Items.Select(l => new Check(l.Source, Marks.BoundedAboveSet)).Distinct()];
        return result.With(left.IsTainted == isLeftSmaller ? new Fact { WhenTrue = checks } : new Fact { WhenFalse = checks });
    }
}
