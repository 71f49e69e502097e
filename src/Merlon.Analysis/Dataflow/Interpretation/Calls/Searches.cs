using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>
/// What it tells of data that a search in it found nothing: without a slash it is one name, without two dots it leads out of no folder.
/// </summary>
static class Searches
{
    /// <summary>The answer of a search, with what holds where it found nothing.</summary>
    public static Value Explain(Invocation call, MethodModel model, Value result)
    {
        if (result.IsConstant || MarksOf(call, model) is not (> 0 and var marks)) return result;
        ImmutableArray<Check> checks = [.. Machine.Reachable(call.At(model.Checked), call.State).Items.Select(l => new Check(l.Source, marks)).Distinct()];
        if (checks.IsEmpty) return result;
        return result.With(call.ResultType is "boolean" or "bool" ? new Fact { WhenFalse = checks } : new Fact { WhenNegative = checks, IsLast = model.Operation == "text.lastIndexOf" });
    }

    /// <summary>What the comparison of a position with a number tells.</summary>
    public static Value Compared(Operator op, Value position, Value other, Value result)
    {
        if (result.IsConstant || position.Fact is not { WhenNegative: { IsEmpty: false } checks }) return result;
        return (op, other.SingleInteger) switch
        {
            (Operator.Equal, -1) or (Operator.Less, 0) or (Operator.LessOrEqual, -1) => result.With(new Fact { WhenTrue = checks }),
            (Operator.NotEqual, -1) or (Operator.GreaterOrEqual, 0) or (Operator.Greater, -1) => result.With(new Fact { WhenFalse = checks }),
            _ => result,
        };
    }

    /// <summary>What a sum tells: behind the last place of what was searched for, the text holds no other.</summary>
    public static Value Moved(Operator op, Value position, Value distance, Value result) =>
        op == Operator.Add && !result.IsConstant && position.Fact is { IsLast: true, WhenNegative: var checks } && distance.SingleInteger > 0 ? result.With(new Fact { BehindLast = checks }) : result;

    /// <summary>The labels of the text from a position on.</summary>
    public static Labels From(Value position, Labels labels) =>
        position.Fact is { BehindLast: { IsEmpty: false } checks } ? labels.Select(l => l with { Marks = l.Marks | State.MarksOf(checks, l.Source) }) : labels;

    static ulong MarksOf(Invocation call, MethodModel model)
    {
        var searched = Texts(call).ToList();
        return model.WhenAbsent.Where(m => searched.Exists(m.Pattern.IsMatch)).Aggregate(0UL, (all, m) => all | m.Marks);
    }

    /// <summary>The text or character that was searched for, or all of several.</summary>
    static IEnumerable<string> Texts(Invocation call)
    {
        var searched = call.Argument(0);
        if (searched.Single is { } single && !Value.IsNullConstant(single)) return [Arithmetic.TextOf(single)];
        if (searched.IsOpen || searched.Objects is not [var number] || call.State.Heap[number] is not { IsList: true } list) return [];
        return list.Items().Select(i => i.Single).Where(c => c is not null && !Value.IsNullConstant(c)).Select(c => Arithmetic.TextOf(c!));
    }
}
