using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Conditions that, as they are written, always have the same answer.</summary>
static class DecidedConditions
{
    public static string? Inspect(IOperation operation) => Decided(operation) switch { true => "always-true", false => "always-false", _ => null };

    static bool? Decided(IOperation operation) => operation switch
    {
        IConditionalOperation { Syntax: IfStatementSyntax { Condition: LiteralExpressionSyntax }, Condition.ConstantValue: { HasValue: true, Value: bool truth } } => truth,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } pair when OfNull(pair.LeftOperand) is var (first, isNull) && OfNull(pair.RightOperand) is var (second, isAlso) && Inspection.IsSame(first, second) && isNull != isAlso =>
            pair.OperatorKind == BinaryOperatorKind.ConditionalOr,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when Bounds.Of(both) is var (left, right) && Bounds.Exclude(left, right) => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when Bounds.Of(either) is var (left, right) && Bounds.Cover(left, right) => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan, RightOperand.ConstantValue: { HasValue: true, Value: 0 } } size when IsSize(size.LeftOperand) => false,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThanOrEqual, RightOperand.ConstantValue: { HasValue: true, Value: 0 } } size when IsSize(size.LeftOperand) => true,
        _ => null,
    };

    /// <summary>A variable that is held against null, and whether it is asked to be null; a field may change in between.</summary>
    static (ISymbol Name, bool IsNull)? OfNull(IOperation operation) =>
        Inspection.WithoutConversion(operation) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } test && Inspection.IsNull(test.RightOperand) && Inspection.Named(test.LeftOperand) is (ILocalSymbol or IParameterSymbol) and { } name
            ? (name, test.OperatorKind == BinaryOperatorKind.Equals)
            : null;

    /// <summary>A length is never negative.</summary>
    static bool IsSize(IOperation operation) => Inspection.WithoutConversion(operation) is IPropertyReferenceOperation { Property.Name: "Length" or "Count" };

    /// <summary>The numbers that a comparison with a constant lets through.</summary>
    readonly record struct Bounds(ISymbol Subject, BinaryOperatorKind Kind, long Constant)
    {
        public static (Bounds Left, Bounds Right)? Of(IBinaryOperation pair) =>
            Read(pair.LeftOperand) is { } left && Read(pair.RightOperand) is { } right && Inspection.IsSame(left.Subject, right.Subject) ? (left, right) : null;

        static Bounds? Read(IOperation operation) =>
            Inspection.WithoutConversion(operation) is IBinaryOperation { OperatorMethod: null, RightOperand.ConstantValue: { HasValue: true, Value: int constant } } comparison && Inspection.Named(comparison.LeftOperand) is { } subject
                ? new Bounds(subject, comparison.OperatorKind, constant)
                : null;

        /// <summary>Whether no number passes both.</summary>
        public static bool Exclude(Bounds left, Bounds right) => (left.IsEqual, right.IsEqual) switch
        {
            (true, true) => left.Constant != right.Constant,
            _ => left.Most is { } most && right.Least is { } least && most < least || right.Most is { } other && left.Least is { } first && other < first,
        };

        /// <summary>Whether every number passes one of them.</summary>
        public static bool Cover(Bounds left, Bounds right) => (left.Kind, right.Kind) switch
        {
            (BinaryOperatorKind.NotEquals, BinaryOperatorKind.NotEquals) => left.Constant != right.Constant,
            (BinaryOperatorKind.Equals, BinaryOperatorKind.NotEquals) or (BinaryOperatorKind.NotEquals, BinaryOperatorKind.Equals) => left.Constant == right.Constant,
            _ => !left.IsEqual && !right.IsEqual && (left.Most is { } most && right.Least is { } least && least <= most + 1 || right.Most is { } other && left.Least is { } first && first <= other + 1),
        };

        bool IsEqual => Kind == BinaryOperatorKind.Equals;

        long? Most => Kind switch { BinaryOperatorKind.LessThan => Constant - 1, BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.Equals => Constant, _ => null };

        long? Least => Kind switch { BinaryOperatorKind.GreaterThan => Constant + 1, BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals => Constant, _ => null };
    }
}
