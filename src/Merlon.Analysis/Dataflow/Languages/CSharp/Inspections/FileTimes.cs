using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Files that are given a time which stands in the program.</summary>
static class FileTimes
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType.Name: "File" or "Directory", ContainingNamespace.Name: "IO" } method, Arguments: [_, { Value.Syntax: ExpressionSyntax time }] }
            when method.Name.StartsWith("Set", StringComparison.Ordinal) && IsTime(method.Name["Set".Length..]) && LogicBombs.IsFixedDay(time) => "time-of-file-set",
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { ContainingType.Name: "FileSystemInfo" } property }, Value.Syntax: ExpressionSyntax time }
            when IsTime(property.Name) && LogicBombs.IsFixedDay(time) => "time-of-file-set",
        _ => null,
    };

    static bool IsTime(string name) => name is "LastWriteTime" or "LastWriteTimeUtc" or "CreationTime" or "CreationTimeUtc" or "LastAccessTime" or "LastAccessTimeUtc";
}
