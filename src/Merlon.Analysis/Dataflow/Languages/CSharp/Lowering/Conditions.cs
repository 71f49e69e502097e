using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Truth as control flow: conditions with short-circuit operators, and patterns.</summary>
sealed partial class MethodLowering
{
    const string ExplicitCast = "op_Explicit";

    void LowerCondition(IOperation condition, Block yes, Block no)
    {
        if (!MayGoDeeper)
        {
            builder.Leave(new BranchExit(Unknown(SpanOf(condition)), yes.Number, no.Number, SpanOf(condition)));
            return;
        }
        switch (condition)
        {
            case { ConstantValue: { HasValue: true, Value: bool constant } }:
                builder.Jump(constant ? yes : no, SpanOf(condition));
                break;
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                LowerCondition(not.Operand, no, yes);
                break;
            case IParenthesizedOperation inner:
                LowerCondition(inner.Operand, yes, no);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary:
                LowerShortCircuit(binary, yes, no);
                break;
            case IIsPatternOperation pattern:
                LowerPattern(pattern.Pattern, Lower(pattern.Value), yes, no);
                break;
            case IIsTypeOperation { TypeOperand: var of } test:
                BranchOnType(Lower(test.ValueOperand), Names.Of(of) ?? "?", test.IsNegated ? no : yes, test.IsNegated ? yes : no, SpanOf(test));
                break;
            default:
                builder.Leave(new BranchExit(Lower(condition), yes.Number, no.Number, SpanOf(condition)));
                break;
        }
    }

    void LowerShortCircuit(IBinaryOperation binary, Block yes, Block no)
    {
        var next = builder.NewBlock();
        var isAnd = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd;
        LowerCondition(binary.LeftOperand, isAnd ? next : yes, isAnd ? no : next);
        builder.Start(next);
        LowerCondition(binary.RightOperand, yes, no);
    }

    /// <summary>A condition as a value.</summary>
    int LowerTruth(IOperation condition)
    {
        var result = builder.NewSlot();
        var (yes, no, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        Scoped(() => LowerCondition(condition, yes, no));
        foreach (var (block, value) in new[] { (yes, true), (no, false) })
        {
            builder.Start(block);
            Emit(new ConstantInstruction(result, value, SpanOf(condition)));
            builder.Jump(after);
        }
        builder.Start(after);
        return result;
    }

    void LowerPattern(IPatternOperation pattern, int value, Block yes, Block no)
    {
        var span = SpanOf(pattern);
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                BranchOnEqual(value, Lower(constant.Value), yes, no, span);
                break;
            case INegatedPatternOperation negated:
                LowerPattern(negated.Pattern, value, no, yes);
                break;
            case IBinaryPatternOperation both:
                var next = builder.NewBlock();
                var isAnd = both.OperatorKind == BinaryOperatorKind.And;
                LowerPattern(both.LeftPattern, value, isAnd ? next : yes, isAnd ? no : next);
                builder.Start(next);
                LowerPattern(both.RightPattern, value, yes, no);
                break;
            case ITypePatternOperation type:
                BranchOnType(value, Names.Of(type.MatchedType) ?? "?", yes, no, span);
                break;
            case IDeclarationPatternOperation declaration:
                LowerDeclarationPattern(declaration, value, yes, no);
                break;
            case IRelationalPatternOperation relation:
                var compared = Combine(relation.OperatorKind, null, null, value, Lower(relation.Value), span);
                builder.Leave(new BranchExit(compared, yes.Number, no.Number, span));
                break;
            case IRecursivePatternOperation recursive:
                LowerRecursivePattern(recursive, value, yes, no);
                break;
            case IDiscardPatternOperation:
                builder.Jump(yes, span);
                break;
            default:
                LowerOtherPattern(pattern, value, yes, no);
                break;
        }
    }

    void LowerDeclarationPattern(IDeclarationPatternOperation pattern, int value, Block yes, Block no)
    {
        var (matched, span) = (builder.NewBlock(), SpanOf(pattern));
        if (pattern.MatchesNull || Names.Of(pattern.MatchedType) is not { } name) builder.Jump(matched, span);
        else BranchOnType(value, name, matched, no, span);
        builder.Start(matched);
        if (pattern.DeclaredSymbol is { } symbol) Store(new VariablePlace(symbol), Cast(value, pattern.MatchedType, span), span);
        builder.Jump(yes);
    }

    int Cast(int value, ITypeSymbol? of, Span span)
    {
        if (Names.Of(of) is not { } name) return value;
        if (ModelledCast(of) is { } type) return CallStatic(type, ExplicitCast, [value], type, span);
        var cast = builder.NewSlot();
        Emit(new CastInstruction(cast, value, name, span));
        return cast;
    }

    void LowerRecursivePattern(IRecursivePatternOperation pattern, int value, Block yes, Block no)
    {
        var (matched, span) = (builder.NewBlock(), SpanOf(pattern));
        if (pattern.MatchedType is { IsValueType: true } || Names.Of(pattern.MatchedType) is not { } name) BranchOnEqual(value, Constant(null, span), no, matched, span);
        else BranchOnType(value, name, matched, no, span);
        builder.Start(matched);
        if (pattern.DeclaredSymbol is { } symbol) Store(new VariablePlace(symbol), value, span);
        foreach (var inner in pattern.PropertySubpatterns)
        {
            accessed.Push(value);
            var member = Lower(inner.Member);
            accessed.Pop();
            And(inner.Pattern, member, no);
        }
        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            var field = Component(pattern.MatchedType, i, pattern.DeconstructionSubpatterns.Length) ?? new FieldReference("System.ValueTuple", $"Item{i + 1}", null);
            And(pattern.DeconstructionSubpatterns[i], Load(new FieldPlace(value, field), span), no);
        }
        builder.Jump(yes);
    }

    void And(IPatternOperation pattern, int value, Block no)
    {
        var next = builder.NewBlock();
        LowerPattern(pattern, value, next, no);
        builder.Start(next);
    }

    /// <summary>List patterns and what the compiler could not bind: nobody knows; variables take the whole's taint.</summary>
    void LowerOtherPattern(IPatternOperation pattern, int value, Block yes, Block no)
    {
        var span = SpanOf(pattern);
        foreach (var symbol in Variables.DeclaredIn(pattern)) Store(new VariablePlace(symbol), Unknown(span, value), span);
        builder.Leave(new BranchExit(Unknown(span), yes.Number, no.Number, span));
    }
}
