using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>A file is used after a test whether it is there, which may no longer hold.</summary>
static class Races
{
    public static string? Inspect(IOperation operation) =>
        operation is IConditionalOperation { WhenTrue: { } branch } conditional && Tested(conditional.Condition) is { } path && branch.DescendantsAndSelf().Any(o => Uses(o, path)) ? "check-then-use" : null;

    /// <summary>The path as it is written.</summary>
    static string? Tested(IOperation condition) => condition.DescendantsAndSelf().OfType<IInvocationOperation>()
        .FirstOrDefault(c => c.TargetMethod is { Name: "Exists", ContainingType: { Name: "File" or "Directory", ContainingNamespace.Name: "IO" } })?.Arguments[0].Value.Syntax.ToString();

    static bool Uses(IOperation operation, string path) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: not "Exists", ContainingType: { Name: "File" or "Directory", ContainingNamespace.Name: "IO" } } } call => call.Arguments.Any(a => a.Value.Syntax.ToString() == path),
        IObjectCreationOperation { Type.Name: "FileStream" or "StreamReader" or "StreamWriter" } made => made.Arguments.Any(a => a.Value.Syntax.ToString() == path),
        _ => false,
    };
}
