using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Steps that are left out when data is encrypted or hashed: the last block that is never written, and a digest of nothing.</summary>
static class CipherSteps
{
    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var local in body.Syntax.DescendantNodes().OfType<VariableDeclaratorSyntax>())
            if (local.Initializer?.Value is ObjectCreationExpressionSyntax { Type: var made, ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax target }, _, { Expression: var mode }, ..] } && made.ToString().EndsWith("CryptoStream", StringComparison.Ordinal) && mode.ToString().EndsWith("Write", StringComparison.Ordinal))
            {
                if (TakenTooSoon(local, target.Identifier.ValueText) is { } early) yield return ("last-block-missing", early);
            }
        foreach (var read in body.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            if (read is { Name.Identifier.ValueText: "Hash", Expression: IdentifierNameSyntax subject } && IsHash(subject) && !IsFed(subject)) yield return ("digest-of-nothing", read);
    }

    /// <summary>The result is taken while the stream around it is open and its last block still to be written.</summary>
    static ExpressionSyntax? TakenTooSoon(VariableDeclaratorSyntax stream, string target)
    {
        var name = stream.Identifier.ValueText;
        SyntaxNode? scope = stream.Ancestors().FirstOrDefault(a => a is UsingStatementSyntax or BlockSyntax);
        if (scope is null || scope.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => Written.NameOf(c) is "FlushFinalBlock" or "FlushFinalBlockAsync" or "Close" or "Dispose" && c.Expression.ToString().StartsWith(name + ".", StringComparison.Ordinal))) return null;
        var taken = scope.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(c => c.Expression.ToString() == target + ".ToArray");
        return taken is not null && !taken.Ancestors().OfType<BlockSyntax>().Any(b => b.Statements.OfType<UsingStatementSyntax>().Any(u => u.SpanStart < taken.SpanStart && !u.Span.Contains(taken.Span) && u.Span.Contains(stream.Span))) ? taken : null;
    }

    static bool IsHash(IdentifierNameSyntax subject) =>
        Written.LocalOf(subject) is { Parent: VariableDeclarationSyntax declared } local
        && (declared.Type.ToString() is "HashAlgorithm" || (local.Initializer?.Value.ToString() ?? "") is var made && (made.Contains("SHA", StringComparison.Ordinal) || made.Contains("MD5", StringComparison.Ordinal) || made.Contains("HMAC", StringComparison.Ordinal)));

    /// <summary>Given data by a call, or handed to something that may.</summary>
    static bool IsFed(IdentifierNameSyntax subject) => Written.FunctionAround(subject)?.DescendantNodes().Any(n => n switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax asked, Name.Identifier.ValueText: "ComputeHash" or "TransformFinalBlock" or "TransformBlock" or "ComputeHashAsync" } } => asked.Identifier.ValueText == subject.Identifier.ValueText,
        ArgumentSyntax { Expression: IdentifierNameSyntax passed } => passed.Identifier.ValueText == subject.Identifier.ValueText,
        _ => false,
    }) == true;
}
