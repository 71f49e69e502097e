using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>
/// Sees the constructs in a function that rules name: what is suspicious by its shape alone, such as a condition that assigns. Each inspector
/// looks at one operation and says what it is.
/// </summary>
static class Inspection
{
    static readonly Func<IOperation, string?>[] Inspectors =
    [
        Conditions.Inspect, Handlers.Inspect, Loops.Inspect, Calls.Inspect, Locks.Inspect, Branches.Inspect, Races.Inspect,
        Empties.Inspect, DecidedConditions.Inspect, DecidedLocals.Inspect, Comparisons.Inspect, LogicBombs.Inspect, LoopEnds.Inspect, FileTimes.Inspect,
        FlagComparisons.Inspect, OpenLocks.Inspect, LogicalOperators.Inspect,
    ];

    /// <summary>Notes the constructs of a function, with those inside functions that it declares.</summary>
    public static void Of(SyntaxNode syntax, SemanticModel model, CSharpWorld world, Function function)
    {
        if (model.GetOperation(syntax) is not { } body) return;
        foreach (var operation in body.Descendants())
            foreach (var inspector in Inspectors)
                if (inspector(operation) is { } name) function.Constructs.Add(new Construct(name, world.SpanOf(operation.Syntax)));
        var symbol = model.GetDeclaredSymbol(syntax);
        IEnumerable<(string Name, SyntaxNode Place)> found =
        [
            .. Resources.In(body), .. ClosedResources.In(body), .. Nulls.In(body), .. Variables.In(body), .. LockOrder.In(body), .. TemporaryFiles.In(body), .. Doors.In(body), .. Decisions.In(body),
            .. CipherSteps.In(body), .. Ports.In(body), .. Cookies.In(body), .. LostHandles.In(body), .. UnreadySockets.In(body), .. Contracts.In(body, symbol), .. Recursion.In(body, symbol), .. Servers.In(body, symbol),
        ];
        foreach (var (name, place) in found) function.Constructs.Add(new Construct(name, world.SpanOf(place)));
    }

    public static IOperation WithoutConversion(IOperation operation) => operation switch
    {
        IConversionOperation conversion => WithoutConversion(conversion.Operand),
        IParenthesizedOperation inner => WithoutConversion(inner.Operand),
        _ => operation,
    };

    /// <summary>The variable, parameter or field of this object that an operation reads; null for anything else.</summary>
    public static ISymbol? Named(IOperation operation) => WithoutConversion(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };

    public static bool IsSame(ISymbol? left, ISymbol? right) => left is not null && SymbolEqualityComparer.Default.Equals(left, right);

    public static bool IsNull(IOperation operation) => WithoutConversion(operation).ConstantValue is { HasValue: true, Value: null };
}
