using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

sealed partial class MethodLowering
{
    static readonly HashSet<string> TaskIdentities = ["ConfigureAwait", "GetAwaiter", "GetResult", "AsTask", "Preserve", "WaitAsync"];

    int LowerCall(IInvocationOperation call)
    {
        var target = call.TargetMethod;
        if (target.MethodKind == MethodKind.LocalFunction) return CallLocalFunction(call);
        if (target.MethodKind == MethodKind.DelegateInvoke) return CallDelegate(call);
        if (IsNullGuard(call)) return LowerNullGuard(call.Arguments[0].Value, SpanOf(call));
        if (call.Instance is { } awaited && TaskIdentities.Contains(target.Name) && IsTask(target.ContainingType)) return Lower(awaited);
        return world.Find(target) is { } own ? CallOwn(call, own) : CallLibrary(call);
    }

    static bool IsNullGuard(IInvocationOperation call) =>
        call is { Instance: null, TargetMethod: { Name: "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace", ContainingType.Name: "ArgumentNullException" or "ArgumentException" }, Arguments.Length: > 0 };

    /// <summary><c>ArgumentNullException.ThrowIfNull</c> and the like: what goes on is not null.</summary>
    int LowerNullGuard(IOperation argument, Span span)
    {
        var value = Lower(argument);
        var (unset, set) = (builder.NewBlock(), builder.NewBlock());
        Scoped(() => BranchOnEqual(value, Constant(null, span), unset, set, span));
        builder.Start(unset);
        builder.Leave(new ThrowExit(Unknown(span), span));
        builder.Start(set);
        return value;
    }

    static bool IsTask(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is "System.Threading.Tasks" or "System.Runtime.CompilerServices";

    int CallOwn(IInvocationOperation call, Function own)
    {
        var (receiver, result) = (ReceiverOf(call.Instance), builder.NewSlot());
        var (arguments, after) = LowerArguments(call.Arguments, isOwn: true);
        var kind = call.Instance is not null && IsVirtual(call.TargetMethod, call.Instance) ? CallKind.Virtual : CallKind.Exact;
        var callee = own.IsNative
            ? NativeCall(own.Name, Names.Of(call.Type))
            : new Callee(kind, OwnerAt(call.Instance, call.TargetMethod.ContainingType), own.Name, [own], Names.Of(call.Type));
        Emit(new CallInstruction(result, callee, receiver, arguments, SpanOf(call)));
        after();
        return result;
    }

    static Callee NativeCall(string name, string? result) =>
        new(CallKind.Exact, CSharpFrontEnd.OperatorType, name.StartsWith("LoadLibrary", StringComparison.Ordinal) ? "native_library" : "native", [], result);

    static bool IsVirtual(IMethodSymbol method, IOperation receiver) =>
        (method.IsVirtual || method.IsAbstract || method.IsOverride || method.ContainingType.TypeKind == TypeKind.Interface)
        && receiver.Syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax;

    /// <summary>An extension method is called on its first argument, as it reads.</summary>
    int CallLibrary(IInvocationOperation call)
    {
        var isExtension = call is { Instance: null, TargetMethod.IsExtensionMethod: true, Arguments.Length: > 0 };
        var result = builder.NewSlot();
        var receiver = isExtension ? Lower(WithoutConversion(call.Arguments[0].Value)) : ReceiverOf(call.Instance);
        var (arguments, after) = LowerArguments(isExtension ? call.Arguments.RemoveAt(0) : call.Arguments, isOwn: false);
        var owner = isExtension ? Names.Owner(call.TargetMethod.ContainingType) : OwnerAt(call.Instance, call.TargetMethod.ContainingType);
        var kind = receiver >= 0 && call.Instance?.Syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax ? CallKind.Virtual : CallKind.Exact;
        Emit(new CallInstruction(result, new Callee(kind, owner, call.TargetMethod.Name, [], Names.Of(call.Type)), receiver, arguments, SpanOf(call)));
        after();
        if (call.TargetMethod is { Name: "Assert", ContainingType: { Name: "Debug" or "Trace", ContainingNamespace.Name: "Diagnostics" } } && TextsAsked(call) is { IsEmpty: false } asked)
            Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, CSharpFrontEnd.OperatorType, "assert_about", [], null), Instruction.NoSlot, asked, SpanOf(call)));
        return result;
    }

    /// <summary>The texts of which an assertion asks a member, as in <c>name.Length > 0</c>.</summary>
    ImmutableArray<int> TextsAsked(IInvocationOperation assertion) =>
    [
        .. assertion.Arguments[0].Value.DescendantsAndSelf().Where(o => o.Type?.SpecialType == SpecialType.System_String && o is ILocalReferenceOperation or IParameterReferenceOperation && o.Parent is IPropertyReferenceOperation or IInvocationOperation)
            .Select(Lower),
    ];

    /// <summary>The receiver's own type where it is known, for it says more; else the type that declares the member.</summary>
    string OwnerAt(IOperation? instance, INamedTypeSymbol declaring)
    {
        var owner = Names.Owner(declaring);
        if (instance?.Type is not INamedTypeSymbol { TypeKind: not TypeKind.Error } of) return owner;
        var precise = Names.Owner(of);
        return of.Locations.Any(l => l.IsInSource) || world.Models.Knows(precise) ? precise : owner;
    }

    /// <summary>
    /// Lowers arguments in the order of the parameters. What is passed by reference goes in a box; the action given stores what came back.
    /// For a library the arguments of <c>params</c> stand one by one.
    /// </summary>
    (ImmutableArray<int> Slots, Action After) LowerArguments(ImmutableArray<IArgumentOperation> arguments, bool isOwn)
    {
        var passed = new List<int>();
        var back = new List<(Place Place, int Box, IOperation At)>();
        foreach (var argument in arguments.OrderBy(a => a.Parameter?.Ordinal ?? 0))
        {
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out) passed.Add(PassReference(argument, back));
            else if (!isOwn && argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } elements } }) passed.AddRange(elements.ElementValues.Select(Lower));
            else if (!isOwn && argument.ArgumentKind == ArgumentKind.DefaultValue) continue;
            else passed.Add(Lower(argument.Value));
        }
        return ([.. passed], () =>
        {
            foreach (var (place, box, at) in back) Store(place, Load(new ReferencePlace(box, Names.Of(at.Type)), SpanOf(at)), at);
        });
    }

    int PassReference(IArgumentOperation argument, List<(Place Place, int Box, IOperation At)> back)
    {
        var place = PlaceOf(argument.Value);
        if (place is VariablePlace { Symbol: var symbol } && IsShared(symbol) && slots.TryGetValue(symbol, out var shared)) return shared;
        var span = SpanOf(argument);
        var before = argument.Parameter!.RefKind == RefKind.Out || place is DiscardPlace ? Unknown(span) : Load(place, span);
        var box = Box(before, null, argument.Value.Type, span);
        back.Add((place, box, argument.Value));
        return box;
    }

    int CallLibrary(string? owner, string name, int receiver, string? result, Span span, params ImmutableArray<int> arguments)
    {
        var slot = builder.NewSlot();
        Emit(new CallInstruction(slot, new Callee(CallKind.Virtual, owner, name, [], result), receiver, arguments, span));
        return slot;
    }

    int CallStatic(string owner, string name, ImmutableArray<int> arguments, string? result, Span span)
    {
        var slot = builder.NewSlot();
        Emit(new CallInstruction(slot, new Callee(CallKind.Exact, owner, name, [], result), Instruction.NoSlot, arguments, span));
        return slot;
    }

    int CallDelegate(IInvocationOperation call)
    {
        var (receiver, result) = (ReceiverOf(call.Instance), builder.NewSlot());
        var (arguments, after) = LowerArguments(call.Arguments, isOwn: true);
        Emit(new CallInstruction(result, new Callee(CallKind.Value, Names.Of(call.Instance?.Type), "Invoke", [], Names.Of(call.Type)), receiver, arguments, SpanOf(call)));
        after();
        return result;
    }
}
