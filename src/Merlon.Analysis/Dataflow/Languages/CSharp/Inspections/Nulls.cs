using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Tests for null that come too late, are turned round, or do not hold back what they should.</summary>
static class Nulls
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var operation in body.Descendants())
            if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } both && IsUseless(both)) yield return ("null-test-without-effect", both.Syntax);
            else if (operation is IConditionalOperation { Type: null or { SpecialType: SpecialType.System_Void } } conditional && UsedAsNull(conditional) is { } use) yield return ("null-used", use.Syntax);
            else if (operation is IBlockOperation block)
                foreach (var late in Late(block)) yield return ("null-test-too-late", late.Syntax);
    }

    /// <summary><c>(x != null) &amp; (x.Length > 0)</c>: both sides are always evaluated.</summary>
    static bool IsUseless(IBinaryOperation both) =>
        both.Type?.SpecialType == SpecialType.System_Boolean
        && Test(both.LeftOperand) is var (symbol, isNull) && isNull == (both.OperatorKind == BinaryOperatorKind.Or) && both.RightOperand.DescendantsAndSelf().Any(o => Inspection.IsSame(AskedFor(o), symbol));

    /// <summary>Where the branch is taken for null, the first thing that it does with the variable.</summary>
    static IOperation? UsedAsNull(IConditionalOperation conditional)
    {
        if (Test(conditional.Condition) is not var (symbol, isNull) || (isNull ? conditional.WhenTrue : conditional.WhenFalse) is not { } branch) return null;
        foreach (var operation in branch.DescendantsAndSelf())
            if (Writes(operation, symbol) || operation is IConditionalOperation or IAnonymousFunctionOperation) return null;
            else if (Inspection.IsSame(AskedFor(operation), symbol)) return operation;
        return null;
    }

    /// <summary>Tests of a variable of which, in the same block and without change since, a member was asked for.</summary>
    static IEnumerable<IOperation> Late(IBlockOperation block)
    {
        var used = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var statement in block.Operations)
        {
            if (statement is IConditionalOperation { Condition: var condition } && Test(condition) is var (symbol, _) && used.Contains(symbol)) yield return condition;
            foreach (var operation in statement.DescendantsAndSelf()) used.RemoveWhere(s => Writes(operation, s));
            if (statement is not (IExpressionStatementOperation or IVariableDeclarationGroupOperation)) continue;
            foreach (var operation in statement.Descendants().Where(o => !IsConditional(o, statement)))
                if (AskedFor(operation) is (ILocalSymbol or IParameterSymbol) and { } asked) used.Add(asked);
        }
    }

    static bool IsConditional(IOperation operation, IOperation statement)
    {
        for (var outer = operation.Parent; outer is not null && !ReferenceEquals(outer, statement); outer = outer.Parent)
            if (outer is IConditionalOperation or IConditionalAccessOperation or IAnonymousFunctionOperation or ICoalesceOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr }) return true;
        return false;
    }

    static bool Writes(IOperation operation, ISymbol symbol) => operation switch
    {
        IAssignmentOperation assignment => Inspection.IsSame(Inspection.Named(assignment.Target), symbol),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Inspection.IsSame(Inspection.Named(argument.Value), symbol),
        _ => false,
    };

    static ISymbol? AskedFor(IOperation operation) => operation switch
    {
        IInvocationOperation { Instance: { Type.IsReferenceType: true } instance } => Inspection.Named(instance),
        IPropertyReferenceOperation { Instance: { Type.IsReferenceType: true } instance } => Inspection.Named(instance),
        IFieldReferenceOperation { Instance: { Type.IsReferenceType: true } instance } => Inspection.Named(instance),
        _ => null,
    };

    static (ISymbol Symbol, bool IsNull)? Test(IOperation condition) => condition switch
    {
        IParenthesizedOperation inner => Test(inner.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality when Inspection.IsNull(equality.RightOperand) && Inspection.Named(equality.LeftOperand) is { } symbol => (symbol, equality.OperatorKind == BinaryOperatorKind.Equals),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } pattern when Inspection.IsNull(constant) && Inspection.Named(pattern.Value) is { } symbol => (symbol, true),
        _ => null,
    };
}
