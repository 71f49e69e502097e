using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Files, connections and the like that a function opens in a variable of its own and does not surely close: not at all, or only where
/// nothing goes wrong before. What it hands on, returns or keeps is somebody else's to close.
/// </summary>
static class Resources
{
    static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "StreamReader", "StreamWriter", "FileStream", "BinaryReader", "BinaryWriter", "SqlConnection", "OleDbConnection", "OdbcConnection", "SqlCommand", "SqlDataReader",
        "TcpClient", "TcpListener", "Socket", "NetworkStream", "BufferedStream", "GZipStream", "DeflateStream", "ZipArchive", "WebResponse", "HttpWebResponse", "NpgsqlConnection", "MySqlConnection", "SqliteConnection", "DbConnection",
    };

    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        foreach (var local in body.Descendants().OfType<IVariableDeclaratorOperation>())
            if (IsManaged(local) is false && Opened(local, body) is { } opening && Uses(local.Symbol, body) is var uses && !uses.Exists(Escapes) && Closing(uses) is var closing and not Closed.Surely)
                yield return (closing == Closed.Never ? "resource-left-open" : "resource-closed-on-success-only", opening.Syntax);
    }

    enum Closed { Never, OnSuccess, Surely }

    static bool IsManaged(IVariableDeclaratorOperation local) => Ancestors(local).Any(a => a is IUsingOperation or IUsingDeclarationOperation or IForEachLoopOperation);

    /// <summary>Where the variable gets an object of its own.</summary>
    static IOperation? Opened(IVariableDeclaratorOperation local, IOperation body)
    {
        if (!Kinds.Contains(local.Symbol.Type.Name)) return null;
        if (local.Initializer?.Value is { } first && IsMaking(first)) return first;
        return body.Descendants().OfType<ISimpleAssignmentOperation>().FirstOrDefault(a => Inspection.IsSame(Inspection.Named(a.Target), local.Symbol) && IsMaking(a.Value))?.Value;
    }

    static bool IsMaking(IOperation value) => Inspection.WithoutConversion(value) switch
    {
        IObjectCreationOperation => true,
        IInvalidOperation invalid => invalid.Syntax is ObjectCreationExpressionSyntax,
        IInvocationOperation call => call.TargetMethod is { ContainingType: { Name: "File" or "FileInfo", ContainingNamespace.Name: "IO" }, Name: "Open" or "OpenRead" or "OpenWrite" or "OpenText" or "Create" or "CreateText" or "AppendText" },
        _ => false,
    };

    /// <summary>Whether an expression, as it is written, makes such an object.</summary>
    public static bool IsMadeBy(ExpressionSyntax? value) => value is ObjectCreationExpressionSyntax { Type: var type } && Kinds.Contains(type is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : type.ToString());

    static List<IOperation> Uses(ISymbol local, IOperation body) => [.. body.Descendants().Where(o => o is ILocalReferenceOperation reference && Inspection.IsSame(reference.Local, local))];

    /// <summary>Anything but asking it for a member, giving it a value or testing it hands it on.</summary>
    static bool Escapes(IOperation use) => use.Parent switch
    {
        IConversionOperation { Parent: IUsingOperation } or IUsingOperation => false,
        IConversionOperation conversion => Escapes(conversion),
        IInvocationOperation or IPropertyReferenceOperation or IFieldReferenceOperation or IBinaryOperation or IConditionalAccessOperation or IIsPatternOperation => Ancestors(use).Any(a => a is IAnonymousFunctionOperation or ILocalFunctionOperation),
        ISimpleAssignmentOperation assignment => !ReferenceEquals(assignment.Target, use),
        _ => use.Syntax.Parent is not MemberAccessExpressionSyntax,
    };

    static Closed Closing(List<IOperation> uses)
    {
        if (uses.Exists(u => u.Parent is IUsingOperation or IConversionOperation { Parent: IUsingOperation })) return Closed.Surely;
        var closed = uses.FindAll(u => u.Syntax.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Close" or "Dispose" or "DisposeAsync" or "Stop" or "CloseAsync" } || u.Parent is IConditionalAccessOperation);
        if (closed.Count == 0) return Closed.Never;
        return closed.Exists(c => Ancestors(c).Any(a => a.Parent is ITryOperation guarded && ReferenceEquals(guarded.Finally, a))) ? Closed.Surely : Closed.OnSuccess;
    }

    static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent) yield return outer;
    }
}
