using Merlon.Analysis.Dataflow.Interpretation;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>
/// Calls that the compiler could not bind, because a library is missing, a receiver is dynamic or the code is broken: by their syntax, on
/// the best guess of the receiver's type.
/// </summary>
sealed partial class MethodLowering
{
    const string Linq = "System.Linq.Enumerable";

    int UnboundCall(InvocationExpressionSyntax call)
    {
        var span = world.SpanOf(call);
        var candidates = CandidatesOf(call);
        if (candidates.Count > 0) return UnboundOwnCall(call, candidates, span);
        if (Named(call).FirstOrDefault(m => m.MethodKind == MethodKind.LocalFunction) is { } local) return CallValue(call, LocalFunction(local, span), span);
        return call.Expression switch
        {
            MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } member => Call(call, CallKind.Exact, BaseName(), member.Name, ThisSlot, span),
            MemberAccessExpressionSyntax member when StaticType(member.Expression) is { } owner => Call(call, CallKind.Exact, owner, member.Name, Instruction.NoSlot, span),
            MemberAccessExpressionSyntax member => Call(call, CallKind.Virtual, TypeNameOf(member.Expression), member.Name, LowerSyntax(member.Expression), span),
            MemberBindingExpressionSyntax member when accessed.TryPeek(out var receiver) => Call(call, CallKind.Virtual, null, member.Name, receiver, span),
            SimpleNameSyntax name when model.GetSymbolInfo(name).Symbol is null => CallOnSelf(call, name, span),
            _ => CallValue(call, LowerSyntax(call.Expression), span),
        };
    }

    int Call(InvocationExpressionSyntax call, CallKind kind, string? owner, SimpleNameSyntax name, int receiver, Span span)
    {
        var written = name.Identifier.ValueText;
        if (receiver >= 0 && TaskIdentities.Contains(written)) return receiver;
        if (kind == CallKind.Virtual && (owner is null || world.Models.Find(owner) is null) && IsLinq(written, call)) owner = Linq;
        var result = builder.NewSlot();
        var (arguments, after) = UnboundArguments(call.ArgumentList, null);
        Emit(new CallInstruction(result, new Callee(kind, owner, written, [], GivenType(name)), receiver, arguments, span));
        after();
        return result;
    }

    /// <summary>
    /// What a library's method with one type argument gives: numbers where that is one, as <c>GetValue&lt;int&gt;</c> does, and of the application's own types where its
    /// name says that it gives one, as of containers and of readers of JSON.
    /// </summary>
    string? GivenType(SimpleNameSyntax name)
    {
        if (GivenSymbol(name) is { } given) return Names.Of(given);
        return name is GenericNameSyntax { TypeArgumentList.Arguments: [PredefinedTypeSyntax argument] } && Names.Of(model.GetTypeInfo(argument).Type) is { } type && Defaults.IsNumber(type) ? type : null;
    }

    INamedTypeSymbol? GivenSymbol(SimpleNameSyntax name) =>
        name is GenericNameSyntax { TypeArgumentList.Arguments: [var argument], Identifier.ValueText: var written } && GiveOne.Contains(written.EndsWith("Async", StringComparison.Ordinal) ? written[..^5] : written)
            && model.GetTypeInfo(argument).Type is INamedTypeSymbol { IsGenericType: false, DeclaringSyntaxReferences.IsEmpty: false } type ? type : null;

    /// <summary>Methods of containers, readers, mappers and stores that give one object of their type argument.</summary>
    static readonly HashSet<string> GiveOne =
    [
        "GetService", "GetRequiredService", "GetKeyedService", "GetRequiredKeyedService", "GetInstance", "CreateInstance", "Resolve", "ResolveOptional", "ResolveNamed", "ResolveKeyed",
        "Deserialize", "DeserializeObject", "FromJson", "ToObject", "ReadAs", "ReadFromJson", "GetFromJson", "Parse", "Bind", "Get", "Load", "Map", "Adapt",
        "QueryFirst", "QueryFirstOrDefault", "QuerySingle", "QuerySingleOrDefault",
    ];

    bool IsLinq(string name, InvocationExpressionSyntax call) =>
        world.Models.Find(Linq)?.Find(name, call.ArgumentList.Arguments.Count) is not null;

    int CallOnSelf(InvocationExpressionSyntax call, SimpleNameSyntax name, Span span) =>
        ThisSlot >= 0
            ? Call(call, CallKind.Virtual, type.Name, name, ThisSlot, span)
            : Call(call, CallKind.Exact, type.Name, name, Instruction.NoSlot, span);

    int CallValue(InvocationExpressionSyntax call, int value, Span span)
    {
        var result = builder.NewSlot();
        var (arguments, after) = UnboundArguments(call.ArgumentList, null);
        Emit(new CallInstruction(result, new Callee(CallKind.Value, null, "Invoke", [], null), value, arguments, span));
        after();
        return result;
    }

    string BaseName() => type.Type.Symbol.BaseType is { } super ? Names.Owner(super) : "System.Object";

    /// <summary>The application's methods that the call may mean, by name and number of arguments.</summary>
    List<IMethodSymbol> CandidatesOf(InvocationExpressionSyntax call)
    {
        var count = call.ArgumentList.Arguments.Count;
        return [.. Named(call).Where(m => world.Find(m.ReducedFrom ?? m) is not null && Accepts(m, count))];
    }

    IEnumerable<IMethodSymbol> Named(InvocationExpressionSyntax call)
    {
        var info = model.GetSymbolInfo(call);
        if (info.Symbol is null && info.CandidateSymbols.IsEmpty) info = model.GetSymbolInfo(call.Expression);
        return (info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols).OfType<IMethodSymbol>();
    }

    static bool Accepts(IMethodSymbol method, int count) =>
        method.Parameters.Length == count
        || method.Parameters.Length > count && method.Parameters.Count(p => !p.HasExplicitDefaultValue && !p.IsParams) <= count
        || method.Parameters.Length <= count && method.Parameters is [.., { IsParams: true }];

    int UnboundOwnCall(InvocationExpressionSyntax call, List<IMethodSymbol> candidates, Span span)
    {
        var first = candidates[0];
        var (isStatic, isExtension) = (first.IsStatic, first.ReducedFrom is not null);
        var receiver = isStatic && !isExtension ? Instruction.NoSlot : call.Expression switch
        {
            MemberAccessExpressionSyntax member => LowerSyntax(member.Expression),
            MemberBindingExpressionSyntax when accessed.TryPeek(out var slot) => slot,
            _ => ThisSlot,
        };
        var (arguments, after) = UnboundArguments(call.ArgumentList, first);
        if (isExtension) (arguments, receiver) = (arguments.Insert(0, receiver), Instruction.NoSlot);
        ImmutableArray<Function> functions = [.. candidates.Select(c => world.Find(c.ReducedFrom ?? c)!)];
        var isVirtual = receiver >= 0 && (first.IsVirtual || first.IsAbstract || first.IsOverride || first.ContainingType.TypeKind == TypeKind.Interface);
        var result = builder.NewSlot();
        var callee = functions is [{ IsNative: true } native]
            ? NativeCall(native.Name, native.ResultType)
            : new Callee(isVirtual ? CallKind.Virtual : CallKind.Exact, functions[0].Owner, functions[0].Name, functions, functions[0].ResultType);
        Emit(new CallInstruction(result, callee, receiver, arguments, span));
        after();
        return result;
    }

    /// <summary>Arguments in the order of the parameters where these are known, else as written; references in boxes.</summary>
    (ImmutableArray<int> Slots, Action After) UnboundArguments(BaseArgumentListSyntax? list, IMethodSymbol? target)
    {
        if (list is null) return ([], () => { });
        var passed = new List<(int Ordinal, int Slot)>();
        var back = new List<(Place Place, int Box, Span Span)>();
        foreach (var argument in list.Arguments)
            passed.Add((Ordinal(argument, list, target), argument.RefOrOutKeyword.ValueText is "ref" or "out" ? PassReference(argument, back) : LowerSyntax(argument.Expression)));
        return (target is null ? [.. passed.Select(p => p.Slot)] : Arrange(passed, target, world.SpanOf(list)), () =>
        {
            foreach (var (place, box, span) in back) Store(place, Load(new ReferencePlace(box, null), span), span);
        });
    }

    int PassReference(ArgumentSyntax argument, List<(Place Place, int Box, Span Span)> back)
    {
        var span = world.SpanOf(argument);
        var place = model.GetOperation(argument.Expression) is { } operation ? PlaceOf(operation) : new DiscardPlace();
        var before = argument.RefOrOutKeyword.ValueText == "out" || place is DiscardPlace ? Unknown(span) : Load(place, span);
        back.Add((place, Box(before, null, model.GetTypeInfo(argument.Expression).Type!, span), span));
        return back[^1].Box;
    }

    static int Ordinal(ArgumentSyntax argument, BaseArgumentListSyntax list, IMethodSymbol? target)
    {
        var position = list.Arguments.IndexOf(argument);
        if (argument.NameColon is not { Name.Identifier.ValueText: var name } || target is null) return position;
        return target.Parameters.FirstOrDefault(p => p.Name == name)?.Ordinal ?? position;
    }

    /// <summary>One argument for each parameter: what is not given is the default, what is left goes in the array of the last one.</summary>
    ImmutableArray<int> Arrange(List<(int Ordinal, int Slot)> passed, IMethodSymbol target, Span span)
    {
        var arranged = ImmutableArray.CreateBuilder<int>();
        foreach (var parameter in target.Parameters)
        {
            var given = passed.Where(p => p.Ordinal == parameter.Ordinal || parameter.IsParams && p.Ordinal > parameter.Ordinal).Select(p => p.Slot).ToList();
            if (parameter.IsParams) arranged.Add(Array(Names.Of((parameter.Type as IArrayTypeSymbol)?.ElementType) ?? "System.Object", [.. given], span));
            else if (given.Count > 0) arranged.Add(given[0]);
            else arranged.Add(parameter.HasExplicitDefaultValue ? Constant(Normalize(null, parameter.ExplicitDefaultValue), span) : Unknown(span));
        }
        return arranged.ToImmutable();
    }
}
