using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Lambdas, local functions and method groups: functions as values, with what they capture.</summary>
sealed partial class MethodLowering
{
    /// <summary>Stands for <c>this</c> among the variables of a closure.</summary>
    ISymbol ThisKey => type.Type.Symbol;

    int ThisSlot => thisSlot >= 0 ? thisSlot : slots.GetValueOrDefault(ThisKey, Instruction.NoSlot);

    int LowerLambda(IAnonymousFunctionOperation lambda) => Closure(lambda.Symbol, lambda.Body, Names.Of(lambda.Parent?.Type), SpanOf(lambda));

    int CallLocalFunction(IInvocationOperation call)
    {
        var result = builder.NewSlot();
        var closure = LocalFunction(call.TargetMethod, SpanOf(call));
        var (arguments, after) = LowerArguments(call.Arguments, isOwn: true);
        Emit(new CallInstruction(result, new Callee(CallKind.Value, null, "Invoke", [], Names.Of(call.Type)), closure, arguments, SpanOf(call)));
        after();
        return result;
    }

    readonly Dictionary<ISymbol, Function> closures = new(SymbolEqualityComparer.Default);

    int LocalFunction(IMethodSymbol symbol, Span span)
    {
        symbol = symbol.OriginalDefinition;
        if (variables.BodyOf(symbol) is not ILocalFunctionOperation { Body: { } body }) return Unknown(span);
        return Closure(symbol, body, null, span);
    }

    int Closure(IMethodSymbol symbol, IOperation body, string? of, Span span)
    {
        var captured = variables.CapturedBy(symbol).Where(slots.ContainsKey).ToList();
        var owned = closures.GetValueOrDefault(symbol) ?? LowerClosure(symbol, body, captured);
        var result = builder.NewSlot();
        var values = captured.Select(c => slots[c]);
        if (ThisSlot >= 0) values = values.Prepend(ThisSlot);
        Emit(new ClosureInstruction(result, owned, [.. values], of, span));
        return result;
    }

    /// <summary>Lowers the function itself, once. Its slots are: <c>this</c> if there is one, the captured variables, the parameters.</summary>
    Function LowerClosure(IMethodSymbol symbol, IOperation body, List<ISymbol> captured)
    {
        var own = new Function
        {
            Name = type.NextClosure(function.Name),
            Owner = type.Name,
            Parameters = [.. symbol.Parameters.Select(p => new Parameter(p.Name, Names.Of(p.Type), world.Annotations(p)))],
            Span = SpanOf(body),
            IsStatic = true,
            IsClosure = true,
            Captures = captured.Count + (ThisSlot >= 0 ? 1 : 0),
            ResultType = Names.Of(symbol.ReturnType),
        };
        closures[symbol] = own;
        var inner = new MethodLowering(type, model, own, symbol) { variables = variables };
        foreach (var (known, lowered) in closures) inner.closures[known] = lowered;
        if (ThisSlot >= 0) inner.slots[ThisKey] = inner.builder.NewSlot("this");
        foreach (var variable in captured) inner.slots[variable] = inner.builder.NewSlot(variable.Name);
        inner.DeclareParameters(symbol.Parameters);
        inner.LowerBody(body);
        inner.builder.Finish(own);
        return own;
    }

    int LowerMethodReference(IMethodReferenceOperation reference)
    {
        var span = SpanOf(reference);
        if (reference.Method.MethodKind == MethodKind.LocalFunction) return LocalFunction(reference.Method, span);
        var isVirtual = reference.Instance is { } instance && IsVirtual(reference.Method, instance);
        return Wrap(reference.Method, ReceiverOf(reference.Instance), isVirtual, OwnerAt(reference.Instance, reference.Method.ContainingType), Names.Of(reference.Parent?.Type), span);
    }

    /// <summary>A function value that calls the method named with its own parameters.</summary>
    int Wrap(IMethodSymbol target, int receiver, bool isVirtual, string owner, string? of, Span span)
    {
        var found = world.Find(target);
        var wrapper = new Function
        {
            Name = type.NextClosure(function.Name),
            Owner = type.Name,
            Parameters = [.. target.Parameters.Select(p => new Parameter(p.Name, Names.Of(p.Type), found is null ? [] : world.Annotations(p)))],
            Span = span,
            IsStatic = true,
            IsClosure = true,
            Captures = receiver >= 0 ? 1 : 0,
            ResultType = Names.Of(target.ReturnType),
        };
        var kind = receiver >= 0 && (found is null || isVirtual) ? CallKind.Virtual : CallKind.Exact;
        FillWrapper(wrapper, new Callee(kind, owner, found?.Name ?? target.Name, found is null ? [] : [found], wrapper.ResultType));
        var result = builder.NewSlot();
        Emit(new ClosureInstruction(result, wrapper, receiver >= 0 ? [receiver] : [], of, span));
        return result;
    }

    static void FillWrapper(Function wrapper, Callee callee)
    {
        var body = new FunctionBuilder();
        var receiver = wrapper.Captures > 0 ? body.NewSlot("this") : Instruction.NoSlot;
        ImmutableArray<int> arguments = [.. wrapper.Parameters.Select(p => body.NewSlot(p.Name)).ToList()];
        var result = body.NewSlot();
        body.Emit(new CallInstruction(result, callee, receiver, arguments, wrapper.Span));
        body.Leave(new ReturnExit(result, wrapper.Span));
        body.Finish(wrapper);
    }
}
