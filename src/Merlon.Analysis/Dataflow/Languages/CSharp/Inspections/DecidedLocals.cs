using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Conditions about a local variable that is set where it is declared, to a constant, and never again: <c>string s = null; if (s != null)</c>.
/// A <c>const</c> is a switch of the programmer's, and is meant to be so.
/// </summary>
static class DecidedLocals
{
    public static string? Inspect(IOperation operation) =>
        operation is IConditionalOperation { Syntax: IfStatementSyntax conditional } ? Decided(Written.Unwrapped(conditional.Condition)) switch { true => "always-true", false => "always-false", _ => null } : null;

    static bool? Decided(ExpressionSyntax condition) => condition switch
    {
        IdentifierNameSyntax => ConstantOf(condition)?.Token.Value as bool?,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } => !Decided(Written.Unwrapped(operand)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality => OfEquality(equality),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Expression: var left }, ArgumentList.Arguments: [{ Expression: var right }] } =>
            ConstantOf(left)?.Token.Value is string first && (ConstantOf(right) ?? right as LiteralExpressionSyntax)?.Token.Value is string second ? first == second : null,
        _ => null,
    };

    static bool? OfEquality(BinaryExpressionSyntax equality)
    {
        if (ConstantOf(equality.Left) is not { } left || (ConstantOf(equality.Right) ?? equality.Right as LiteralExpressionSyntax) is not { } right) return null;
        if (right.Token.Value is bool || left.IsKind(SyntaxKind.DefaultLiteralExpression) || right.IsKind(SyntaxKind.DefaultLiteralExpression)) return null;
        var isSame = Equals(left.Token.Value ?? "", right.Token.Value ?? "") && left.Kind() == right.Kind();
        return isSame == equality.IsKind(SyntaxKind.EqualsExpression);
    }

    /// <summary>The literal that a local variable always holds.</summary>
    static LiteralExpressionSyntax? ConstantOf(ExpressionSyntax variable)
    {
        if (Written.LocalOf(variable) is not { Initializer.Value: LiteralExpressionSyntax constant, Parent.Parent: LocalDeclarationStatementSyntax { IsConst: false } block } declarator) return null;
        var isInScope = block.Parent is { } scope && variable.Ancestors().Contains(scope);
        return isInScope && Written.FunctionAround(variable) is { } function && !Written.Changes(function, declarator.Identifier.ValueText) ? constant : null;
    }
}
