using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Temporary files that the function that makes them does not remove.</summary>
static class TemporaryFiles
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
            if (call.TargetMethod is { Name: "GetTempFileName", ContainingType.Name: "Path" }) yield return ("temporary-file-open-to-all", call.Syntax);
            else if (IsPredictable(call)) yield return ("temporary-file-in-open-folder", call.Syntax);
        foreach (var local in body.Descendants().OfType<IVariableDeclaratorOperation>())
            if (local.GetVariableInitializer()?.Value is IInvocationOperation { TargetMethod: { Name: "GetTempFileName", ContainingType.Name: "Path" } } made && !IsRemovedOrHandedOn(local.Symbol, body)) yield return ("temporary-file-stays", made.Syntax);
    }

    /// <summary>A name that others know beforehand, in the folder that all may write to.</summary>
    static bool IsPredictable(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Combine" or "Join", ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } }
        && call.Arguments is [var folder, ..] && folder.Value is IInvocationOperation { TargetMethod: { Name: "GetTempPath", ContainingType.Name: "Path" } } && call.Arguments.Skip(1).All(a => a.Value.ConstantValue.HasValue);

    static bool IsRemovedOrHandedOn(ISymbol local, IOperation body) => body.Descendants().Any(o => o switch
    {
        IInvocationOperation { TargetMethod: { Name: "Delete" or "Move", ContainingType.Name: "File" } } call => Inspection.IsSame(Inspection.Named(call.Arguments[0].Value), local),
        IReturnOperation { ReturnedValue: { } value } => Inspection.IsSame(Inspection.Named(value), local),
        IAssignmentOperation { Value: { } value } => Inspection.IsSame(Inspection.Named(value), local),
        _ => false,
    });
}
