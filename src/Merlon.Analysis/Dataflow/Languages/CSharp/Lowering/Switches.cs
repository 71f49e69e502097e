using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Switches, as statements and as expressions: a chain of tests, then the bodies.</summary>
sealed partial class MethodLowering
{
    void LowerSwitch(ISwitchOperation choice) => Scoped(() =>
    {
        var value = Lower(choice.Value);
        var after = NewLabel(choice.ExitLabel);
        var bodies = choice.Cases.Select(_ => builder.NewBlock()).ToList();
        foreach (var (of, body) in choice.Cases.Zip(bodies))
            foreach (var label in of.Clauses.Select(c => c.Label).OfType<ILabelSymbol>()) labels[label] = (body, finallies.Count);
        Block? fallback = null;
        for (var i = 0; i < bodies.Count; i++)
            foreach (var clause in choice.Cases[i].Clauses)
                if (clause.CaseKind == CaseKind.Default) fallback = bodies[i];
                else LowerClause(clause, value, bodies[i]);
        builder.Jump(fallback ?? after, SpanOf(choice));
        for (var i = 0; i < bodies.Count; i++)
        {
            builder.Start(bodies[i]);
            foreach (var statement in choice.Cases[i].Body) LowerStatement(statement);
            builder.Jump(after);
        }
        builder.Start(after);
    });

    void LowerClause(ICaseClauseOperation clause, int value, Block body)
    {
        var next = builder.NewBlock();
        Scoped(() =>
        {
            switch (clause)
            {
                case ISingleValueCaseClauseOperation single:
                    BranchOnEqual(value, Lower(single.Value), body, next, SpanOf(clause));
                    break;
                case IPatternCaseClauseOperation pattern:
                    LowerGuardedPattern(pattern.Pattern, pattern.Guard, value, body, next);
                    break;
                default:
                    builder.Leave(new BranchExit(Unknown(SpanOf(clause), value), body.Number, next.Number, SpanOf(clause)));
                    break;
            }
        });
        builder.Start(next);
    }

    void LowerGuardedPattern(IPatternOperation pattern, IOperation? guard, int value, Block yes, Block no)
    {
        if (guard is null)
        {
            LowerPattern(pattern, value, yes, no);
            return;
        }
        var matched = builder.NewBlock();
        LowerPattern(pattern, value, matched, no);
        builder.Start(matched);
        LowerCondition(guard, yes, no);
    }

    void BranchOnEqual(int left, int right, Block yes, Block no, Span span)
    {
        var equal = builder.NewSlot();
        Emit(new BinaryInstruction(equal, Operator.Equal, left, right, span));
        builder.Leave(new BranchExit(equal, yes.Number, no.Number, span));
    }

    int LowerSwitchExpression(ISwitchExpressionOperation choice)
    {
        var result = builder.NewSlot();
        Scoped(() =>
        {
            var value = Lower(choice.Value);
            var after = builder.NewBlock();
            foreach (var arm in choice.Arms)
            {
                var (body, next) = (builder.NewBlock(), builder.NewBlock());
                Scoped(() => LowerGuardedPattern(arm.Pattern, arm.Guard, value, body, next));
                builder.Start(body);
                Scoped(() => Emit(new CopyInstruction(result, Lower(arm.Value), null, SpanOf(arm))));
                builder.Jump(after);
                builder.Start(next);
            }
            Scoped(() => builder.Leave(new ThrowExit(Unknown(SpanOf(choice)), SpanOf(choice))));
            builder.Start(after);
        });
        return result;
    }
}
