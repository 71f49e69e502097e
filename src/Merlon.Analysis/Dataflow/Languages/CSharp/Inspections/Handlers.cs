using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Exceptions that are caught too broadly, caught and forgotten, or thrown without a name.</summary>
static class Handlers
{
    public static string? Inspect(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Write" or "WriteLine", ContainingType.Name: "Console" or "TextWriter" } } call when IsOnConsole(call) && call.Arguments.Any(a => TellsTrace(a.Value)) => "trace-printed",
        ICatchClauseOperation clause when IsCancellation(clause.ExceptionType) => null,
        ICatchClauseOperation { ExceptionType: { Name: "NullReferenceException" } } => "null-reference-caught",
        ICatchClauseOperation { Handler.Operations.IsEmpty: true, Filter: null } clause => IsGeneral(clause.ExceptionType) ? "empty-general-catch" : "empty-catch",
        ICatchClauseOperation { Filter: null } clause when IsGeneral(clause.ExceptionType) && !clause.Handler.Descendants().Any(o => o is IThrowOperation) => "general-catch",
        IThrowOperation { Exception: { } thrown } when Inspection.WithoutConversion(thrown) is IObjectCreationOperation { Type: { Name: "Exception" or "SystemException" or "ApplicationException" } type } && type.ContainingNamespace?.Name == "System" => "general-throw",
        IReturnOperation { Kind: OperationKind.Return } left when IsInFinally(left.Syntax) => "return-in-finally",
        _ => null,
    };

    static bool IsOnConsole(IInvocationOperation call) => call.TargetMethod.ContainingType.Name == "Console" || call.Instance is IPropertyReferenceOperation { Property: { Name: "Error" or "Out", ContainingType.Name: "Console" } };

    /// <summary>The whole of an exception, or where it came from; its message alone is made to be read.</summary>
    static bool TellsTrace(IOperation value) => Inspection.WithoutConversion(value) switch
    {
        IPropertyReferenceOperation { Property: { Name: "StackTrace", ContainingType.Name: "Exception" } } => true,
        IInvocationOperation { TargetMethod: { Name: "ToString", Parameters.IsEmpty: true }, Instance: { } subject } => IsException(subject.Type),
        IBinaryOperation joined => TellsTrace(joined.LeftOperand) || TellsTrace(joined.RightOperand),
        ILocalReferenceOperation local => IsException(local.Type),
        _ => false,
    };

    static bool IsException(ITypeSymbol? type)
    {
        for (var of = type; of is not null; of = of.BaseType)
            if (of is { Name: "Exception", ContainingNamespace.Name: "System" }) return true;
        return false;
    }

    static bool IsGeneral(ITypeSymbol? type) => type is null || type.SpecialType == SpecialType.System_Object || type is { Name: "Exception" or "SystemException", ContainingNamespace.Name: "System" };

    /// <summary>An end that was asked for is no error.</summary>
    static bool IsCancellation(ITypeSymbol? type) => type?.Name is "OperationCanceledException" or "TaskCanceledException" or "ThreadAbortException" or "ObjectDisposedException";

    static bool IsInFinally(SyntaxNode syntax) =>
        syntax.Ancestors().TakeWhile(a => a is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(a => a.IsKind(SyntaxKind.FinallyClause));
}
