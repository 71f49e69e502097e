using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Comparisons that ask something else than they seem to: of a place that may be 0, and of types by their names.</summary>
static class Comparisons
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual, RightOperand.ConstantValue: { HasValue: true, Value: 0 }, LeftOperand: IInvocationOperation { TargetMethod.Name: "IndexOf" or "LastIndexOf" } } => "answer-misread",
        IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: 0 or -1 } } end when IsNeverSo(end) => "answer-misread",
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality when IsNameOfType(equality.LeftOperand) && IsFixedName(equality.RightOperand) || IsNameOfType(equality.RightOperand) && IsFixedName(equality.LeftOperand) => "class-compared-by-name",
        IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } subject, Arguments: [var only] } when IsNameOfType(subject) && IsFixedName(only.Value) || IsNameOfType(only.Value) && IsFixedName(subject) => "class-compared-by-name",
        _ => null,
    };

    /// <summary>What reads into a buffer gives 0 at the end, and never less.</summary>
    static bool IsNeverSo(IBinaryOperation end) =>
        end.LeftOperand is IInvocationOperation { TargetMethod: { Name: "Read" or "ReadBlock", Parameters.Length: > 0, ContainingNamespace.Name: "IO" } }
        && (end.OperatorKind, end.RightOperand.ConstantValue.Value) is (BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThanOrEqual, 0) or (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, -1);

    /// <summary>A name that stands there, or that of another object's type; one that is looked for may be any.</summary>
    static bool IsFixedName(IOperation operation) => IsNameOfType(operation) || Inspection.WithoutConversion(operation).ConstantValue is { HasValue: true, Value: string };

    /// <summary>Whether it is <c>x.GetType().Name</c> or its like.</summary>
    static bool IsNameOfType(IOperation operation) =>
        Inspection.WithoutConversion(operation) switch
        {
            IPropertyReferenceOperation { Property.Name: "Name" or "FullName", Instance: IInvocationOperation { TargetMethod.Name: "GetType" } } => true,
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: IInvocationOperation { TargetMethod.Name: "GetType" } } => true,
            _ => false,
        };
}
