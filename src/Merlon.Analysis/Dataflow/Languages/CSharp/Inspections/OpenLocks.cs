using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Locks on objects that code which knows nothing of the lock has too: the object itself, whoever made it; what stands for a type; texts of the program, which
/// the whole process shares; and public fields.
/// </summary>
static class OpenLocks
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        ILockOperation held when IsOpen(held.LockedValue) => "lock-open-to-others",
        IInvocationOperation { TargetMethod: { Name: "Enter" or "TryEnter", ContainingType: { Name: "Monitor", ContainingNamespace.Name: "Threading" } }, Arguments: [var first, ..] } when IsOpen(first.Value) => "lock-open-to-others",
        _ => null,
    };

    static bool IsOpen(IOperation held) => Inspection.WithoutConversion(held) switch
    {
        IInstanceReferenceOperation { Type.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } or ITypeOfOperation => true,
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string } } => true,
        IInvocationOperation { TargetMethod: { Name: "Intern", ContainingType.SpecialType: SpecialType.System_String } } => true,
        IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Public, Type.Name: not "Lock" } } => true,
        IFieldReferenceOperation { Field.Type.SpecialType: SpecialType.System_String } => true,
        _ => false,
    };
}
