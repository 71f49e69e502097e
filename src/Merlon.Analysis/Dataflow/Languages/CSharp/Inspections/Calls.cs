using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Calls whose answer nobody looks at, though it says whether the call did what was asked.</summary>
static class Calls
{
    public static string? Inspect(IOperation operation) => operation is IExpressionStatementOperation { Operation: var statement } && Called(statement) is { } call
        ? IsRead(call) ? "read-count-ignored" : IsPure(call) ? "result-ignored" : null
        : null;

    static IInvocationOperation? Called(IOperation statement) => statement switch
    {
        IInvocationOperation call => call,
        IAwaitOperation awaited => Called(awaited.Operation),
        _ => null,
    };

    /// <summary>A read may give less than the buffer holds.</summary>
    static bool IsRead(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Read" or "ReadAsync" or "ReadBlock", Parameters.IsEmpty: false } method && DescendsFrom(method.ContainingType, "Stream", "TextReader");

    /// <summary>Texts never change: what the method makes is lost.</summary>
    static bool IsPure(IInvocationOperation call) =>
        call.TargetMethod is { ContainingType.SpecialType: SpecialType.System_String, IsStatic: false, ReturnType.SpecialType: SpecialType.System_String };

    static bool DescendsFrom(INamedTypeSymbol type, params string[] names)
    {
        for (var of = type; of is not null; of = of.BaseType)
            if (names.Contains(of.Name) && of.ContainingNamespace?.ToDisplayString() == "System.IO") return true;
        return false;
    }
}
