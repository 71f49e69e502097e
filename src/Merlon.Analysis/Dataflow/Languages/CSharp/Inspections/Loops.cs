using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Loops that never end, and loops that go one too far.</summary>
static class Loops
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        IForLoopOperation { Condition: IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThanOrEqual } condition } loop when GoesTooFar(loop, condition) => "off-by-one",
        IForLoopOperation loop when (IsAlwaysTrue(loop.Condition) || TurningLoops.IsEndless(loop, loop.Condition)) && !MayEnd(loop) => "endless-loop",
        IWhileLoopOperation loop when (IsAlwaysTrue(loop.Condition) || TurningLoops.IsEndless(loop, loop.Condition)) && !MayEnd(loop) => "endless-loop",
        _ => null,
    };

    static bool IsAlwaysTrue(IOperation? condition) => condition is null or { ConstantValue: { HasValue: true, Value: true } };

    /// <summary>Leaves by a jump or an exception; a call that waits for other threads may be meant to go on for ever.</summary>
    static bool MayEnd(ILoopOperation loop) => loop.Body.Descendants().Any(o => o switch
    {
        IBranchOperation branch => branch.BranchKind == BranchKind.GoTo || IsSame(branch.Target, loop.ExitLabel),
        IReturnOperation or IThrowOperation or IAwaitOperation => true,
        IInvocationOperation call => call.TargetMethod.Name is "Sleep" or "Wait" or "WaitOne" or "Take" or "Exit" || call.TargetMethod.Name.StartsWith("Accept", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("GetContext", StringComparison.Ordinal),
        IInvalidOperation => true,
        _ => false,
    });

    static bool IsSame(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    /// <summary><c>i &lt;= array.Length</c> where <c>array[i]</c> is used.</summary>
    static bool GoesTooFar(IForLoopOperation loop, IBinaryOperation condition)
    {
        if (Inspection.Named(condition.LeftOperand) is not { } index) return false;
        if (Inspection.WithoutConversion(condition.RightOperand) is not IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } whole } || Inspection.Named(whole) is not { } array) return false;
        return loop.Body.Descendants().Any(o => o switch
        {
            IArrayElementReferenceOperation { Indices: [var only] } element => Inspection.IsSame(Inspection.Named(only), index) && Inspection.IsSame(Inspection.Named(element.ArrayReference), array),
            IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var only], Instance: { } list } => Inspection.IsSame(Inspection.Named(only.Value), index) && Inspection.IsSame(Inspection.Named(list), array),
            _ => false,
        });
    }
}
