using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Temporary files that the function that makes them does not remove.</summary>
static class TemporaryFiles
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var local in body.Descendants().OfType<IVariableDeclaratorOperation>())
            if (local.GetVariableInitializer()?.Value is IInvocationOperation { TargetMethod: { Name: "GetTempFileName", ContainingType.Name: "Path" } } made && !IsRemovedOrHandedOn(local.Symbol, body)) yield return ("temporary-file-stays", made.Syntax);
    }

    static bool IsRemovedOrHandedOn(ISymbol local, IOperation body) => body.Descendants().Any(o => o switch
    {
        IInvocationOperation { TargetMethod: { Name: "Delete" or "Move", ContainingType.Name: "File" } } call => Inspection.IsSame(Inspection.Named(call.Arguments[0].Value), local),
        IReturnOperation { ReturnedValue: { } value } => Inspection.IsSame(Inspection.Named(value), local),
        IAssignmentOperation { Value: { } value } => Inspection.IsSame(Inspection.Named(value), local),
        _ => false,
    });
}
