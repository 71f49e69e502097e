using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Fields that the code of several threads counts up without a lock: reading, adding and writing back are three steps, and another thread can
/// come between them. Followed from what a thread or task is given to methods of the same type.
/// </summary>
static class SharedWrites
{
    const int Deepest = 3;

    public static IEnumerable<SyntaxNode> In(TypeDeclarationSyntax type)
    {
        var starts = type.DescendantNodes().OfType<ExpressionSyntax>().Where(IsStart).ToList();
        if (starts.Count < 2 && !starts.Exists(IsInLoop)) return [];
        var methods = type.Members.OfType<MethodDeclarationSyntax>().GroupBy(m => m.Identifier.ValueText).ToDictionary(g => g.Key, g => g.First());
        var shared = type.Members.OfType<FieldDeclarationSyntax>().SelectMany(f => f.Declaration.Variables).Select(v => v.Identifier.ValueText).ToHashSet();
        var found = new List<SyntaxNode>();
        foreach (var start in starts)
            foreach (var given in BodiesOf(start, methods)) Walk(given, methods, shared, found, 0);
        return found.Distinct();
    }

    static bool IsStart(ExpressionSyntax node) => node switch
    {
        ObjectCreationExpressionSyntax { Type: var made } => made.ToString() is "Thread" or "Task" or "System.Threading.Thread",
        InvocationExpressionSyntax { Expression: var called } => called.ToString() is "Task.Run" or "Task.Factory.StartNew" or "ThreadPool.QueueUserWorkItem" or "Parallel.For" or "Parallel.ForEach",
        _ => false,
    };

    static bool IsInLoop(ExpressionSyntax start) => start is InvocationExpressionSyntax { Expression: var called } && called.ToString().StartsWith("Parallel.", StringComparison.Ordinal) || start.Ancestors().TakeWhile(a => a is not MemberDeclarationSyntax).Any(a => a is ForStatementSyntax or WhileStatementSyntax or ForEachStatementSyntax or DoStatementSyntax);

    /// <summary>What the thread runs: lambdas, and methods by their names, in a delegate or not.</summary>
    static IEnumerable<SyntaxNode> BodiesOf(ExpressionSyntax start, Dictionary<string, MethodDeclarationSyntax> methods)
    {
        foreach (var inner in start.DescendantNodes())
            if (inner is AnonymousFunctionExpressionSyntax lambda) yield return lambda.Body;
            else if (inner is IdentifierNameSyntax { Parent: ArgumentSyntax, Identifier.ValueText: var name } && methods.TryGetValue(name, out var method)) yield return method;
    }

    static void Walk(SyntaxNode node, Dictionary<string, MethodDeclarationSyntax> methods, HashSet<string> shared, List<SyntaxNode> found, int depth)
    {
        if (node is LockStatementSyntax || node is MethodDeclarationSyntax method && IsGuarded(method)) return;
        if (Counted(node) is { } name && shared.Contains(name) && !IsLocal(node, name)) found.Add(node);
        if (depth < Deepest && node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var called } } && methods.TryGetValue(called, out var next)) Walk(next, methods, shared, found, depth + 1);
        foreach (var child in node.ChildNodes()) Walk(child, methods, shared, found, depth);
    }

    static bool IsGuarded(MethodDeclarationSyntax method) =>
        method.AttributeLists.ToString().Contains("Synchronized", StringComparison.Ordinal)
        || method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => Written.NameOf(c) is "Enter" or "TryEnter" or "WaitOne" or "EnterWriteLock" or "Wait" or "EnterScope");

    /// <summary>The name of what is read and written back in one expression.</summary>
    static string? Counted(SyntaxNode node) => node switch
    {
        PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } step when !step.IsKind(SyntaxKind.SuppressNullableWarningExpression) => operand.Identifier.ValueText,
        PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } step when step.IsKind(SyntaxKind.PreIncrementExpression) || step.IsKind(SyntaxKind.PreDecrementExpression) => operand.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && !assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) => target.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: BinaryExpressionSyntax { Left: IdentifierNameSyntax read } } when read.Identifier.ValueText == target.Identifier.ValueText => target.Identifier.ValueText,
        _ => null,
    };

    static bool IsLocal(SyntaxNode place, string name) => Written.FunctionAround(place)?.DescendantNodes().Any(n => n is VariableDeclaratorSyntax declared && declared.Identifier.ValueText == name || n is ParameterSyntax parameter && parameter.Identifier.ValueText == name) == true;
}
