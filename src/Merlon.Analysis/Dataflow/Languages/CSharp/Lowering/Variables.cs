using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>
/// The local variables and parameters of a method with the functions inside it. A variable that a closure uses and that is assigned more
/// than once is kept in a box, an object that all of them share.
/// </summary>
sealed class Variables
{
    readonly HashSet<ISymbol> assigned = new(SymbolEqualityComparer.Default);
    readonly HashSet<ISymbol> captured = new(SymbolEqualityComparer.Default);
    readonly List<(ISymbol Symbol, ISymbol? User)> uses = [];
    readonly Dictionary<ISymbol, IOperation> localFunctions = new(SymbolEqualityComparer.Default);

    public static Variables In(IEnumerable<IOperation> bodies)
    {
        var variables = new Variables();
        foreach (var body in bodies) variables.Visit(body, null);
        foreach (var (symbol, user) in variables.uses)
            if (user is not null && !IsInside(symbol.ContainingSymbol, user)) variables.captured.Add(symbol);
        return variables;
    }

    /// <summary>The variables that a function declares and uses itself.</summary>
    public static IEnumerable<ISymbol> DeclaredIn(IOperation body)
    {
        foreach (var child in body.ChildOperations)
        {
            if (child is IAnonymousFunctionOperation or ILocalFunctionOperation) continue;
            if (DeclaredBy(child) is { } symbol) yield return symbol;
            foreach (var inner in DeclaredIn(child)) yield return inner;
        }
    }

    /// <summary>The name of the symbol's function's body, when it is a local function.</summary>
    public IOperation? BodyOf(IMethodSymbol localFunction) => localFunctions.GetValueOrDefault(localFunction.OriginalDefinition);

    public bool IsBoxed(ISymbol symbol) => captured.Contains(symbol) && assigned.Contains(symbol);

    /// <summary>What a function inside uses of the variables around it, in the order of use; also what local functions that it calls use.</summary>
    public IReadOnlyList<ISymbol> CapturedBy(IMethodSymbol function)
    {
        var found = new List<ISymbol>();
        Collect(function, function, found, []);
        return found;
    }

    void Collect(IMethodSymbol of, IMethodSymbol function, List<ISymbol> found, HashSet<string> seen)
    {
        if (!seen.Add(function.Name + function.Locations.FirstOrDefault()?.SourceSpan.Start)) return;
        foreach (var (symbol, user) in uses)
        {
            if (user is null || !IsInside(user, function) || IsInside(symbol.ContainingSymbol, function)) continue;
            if (symbol is IMethodSymbol called) Collect(of, called, found, seen);
            else if (!IsInside(symbol.ContainingSymbol, of) && !found.Contains(symbol, SymbolEqualityComparer.Default)) found.Add(symbol);
        }
    }

    static bool IsInside(ISymbol? symbol, ISymbol function)
    {
        for (; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
            if (SymbolEqualityComparer.Default.Equals(symbol, function)) return true;
        return false;
    }

    static ISymbol? DeclaredBy(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator => declarator.Symbol,
        ILocalReferenceOperation { IsDeclaration: true } local => local.Local,
        IDeclarationPatternOperation { DeclaredSymbol: { } symbol } => symbol,
        IRecursivePatternOperation { DeclaredSymbol: { } symbol } => symbol,
        IListPatternOperation { DeclaredSymbol: { } symbol } => symbol,
        _ => null,
    };

    void Visit(IOperation operation, ISymbol? user)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda:
                user = lambda.Symbol;
                break;
            case ILocalFunctionOperation local:
                user = local.Symbol;
                localFunctions[local.Symbol] = local;
                break;
            case ILocalReferenceOperation local:
                uses.Add((local.Local, user));
                if (IsWritten(local) && !local.IsDeclaration) assigned.Add(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                uses.Add((parameter.Parameter, user));
                if (IsWritten(parameter)) assigned.Add(parameter.Parameter);
                break;
            case IVariableDeclaratorOperation { Initializer: null, Parent: IVariableDeclarationOperation { Initializer: null } } unset:
                if (unset.Parent?.Parent?.Parent is not IForEachLoopOperation) assigned.Add(unset.Symbol);
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call:
                uses.Add((call.TargetMethod.OriginalDefinition, user));
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } named:
                uses.Add((named.Method.OriginalDefinition, user));
                break;
        }
        foreach (var child in operation.ChildOperations) Visit(child, user);
    }

    static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => ReferenceEquals(assignment.Target, reference),
        IIncrementOrDecrementOperation => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => ReferenceEquals(deconstruction.Target, tuple),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IArgumentOperation { Parameter: null } => false,
        _ => false,
    };
}
