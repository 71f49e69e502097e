using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>What is looked up in a function as it is written, also where libraries are missing and the compiler knows no types.</summary>
static class Written
{
    /// <summary>Where a local variable of the function around a place is declared; null for anything else.</summary>
    public static VariableDeclaratorSyntax? LocalOf(ExpressionSyntax place) => place is IdentifierNameSyntax { Identifier.ValueText: var name }
        ? FunctionAround(place)?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(d => d.Identifier.ValueText == name && d.SpanStart < place.SpanStart)
        : null;

    public static SyntaxNode? FunctionAround(SyntaxNode place) => place.Ancestors().FirstOrDefault(a => a is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or GlobalStatementSyntax);

    /// <summary>How a value is made: of a variable or field that is set where it is declared, by its first value.</summary>
    public static string Meaning(ExpressionSyntax expression)
    {
        var inner = Unwrapped(expression);
        var declarator = LocalOf(inner) ?? FieldOf(inner);
        return (declarator?.Initializer?.Value ?? inner).ToString();
    }

    /// <summary>Whether a function changes a variable after its declaration, or lets others do so.</summary>
    public static bool Changes(SyntaxNode function, string name) => function.DescendantNodes().Any(n => n switch
    {
        AssignmentExpressionSyntax { Left: var target } => Mentions(target, name),
        PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } step => (step.IsKind(SyntaxKind.PreIncrementExpression) || step.IsKind(SyntaxKind.PreDecrementExpression) || step.IsKind(SyntaxKind.AddressOfExpression)) && operand.Identifier.ValueText == name,
        PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } step => !step.IsKind(SyntaxKind.SuppressNullableWarningExpression) && operand.Identifier.ValueText == name,
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax passed } => passed.Identifier.ValueText == name,
        _ => false,
    });

    public static ExpressionSyntax Unwrapped(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Unwrapped(inner.Expression),
        CastExpressionSyntax cast => Unwrapped(cast.Expression),
        _ => expression,
    };

    /// <summary>The name of a member or function that is called.</summary>
    public static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    static bool Mentions(ExpressionSyntax target, string name) => target.DescendantNodesAndSelf().Any(n => n is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);

    static VariableDeclaratorSyntax? FieldOf(ExpressionSyntax expression) => expression is IdentifierNameSyntax { Identifier.ValueText: var name }
        ? expression.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Members.OfType<FieldDeclarationSyntax>().SelectMany(f => f.Declaration.Variables).FirstOrDefault(v => v.Identifier.ValueText == name)
        : null;
}
