using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Expressions that the compiler could not bind, by their syntax.</summary>
sealed partial class MethodLowering
{
    int LowerUnbound(IOperation operation) => operation.Syntax switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } optional => IsSet(LowerSyntax(optional.Expression), SpanOf(operation)),
        SimpleNameSyntax or MemberAccessExpressionSyntax when MethodNamed(operation.Syntax) is { } named => UnboundMethodReference((ExpressionSyntax)operation.Syntax, named),
        InvocationExpressionSyntax call => UnboundCall(call),
        BaseObjectCreationExpressionSyntax creation => UnboundCreation(creation),
        SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax =>
            Load(UnboundPlace(operation.Syntax), SpanOf(operation)),
        ParenthesizedExpressionSyntax inner => LowerSyntax(inner.Expression),
        AwaitExpressionSyntax awaited => LowerSyntax(awaited.Expression),
        CastExpressionSyntax cast => Cast(LowerSyntax(cast.Expression), model.GetTypeInfo(cast.Type).Type, SpanOf(operation)),
        _ => LowerParts(operation),
    };

    /// <summary>The application's method that a name alone stands for, or a library's that takes one value and nothing else.</summary>
    IMethodSymbol? MethodNamed(SyntaxNode name)
    {
        var info = model.GetSymbolInfo(name);
        var named = (info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols).OfType<IMethodSymbol>().ToList();
        return named.Find(m => world.Find(m) is not null || m.MethodKind == MethodKind.LocalFunction) ?? named.Find(m => m is { IsStatic: true, IsGenericMethod: false, Parameters: [_] });
    }

    int UnboundMethodReference(ExpressionSyntax name, IMethodSymbol method)
    {
        var span = world.SpanOf(name);
        if (method.MethodKind == MethodKind.LocalFunction) return LocalFunction(method, span);
        var receiver = method.IsStatic ? Instruction.NoSlot : name is MemberAccessExpressionSyntax member ? LowerSyntax(member.Expression) : ThisSlot;
        return Wrap(method, receiver, method.IsVirtual || method.IsAbstract || method.IsOverride, Names.Owner(method.ContainingType), null, span);
    }

    /// <summary>Lowers a part of an expression that has no operation of its own in the whole.</summary>
    int LowerSyntax(ExpressionSyntax syntax)
    {
        if (!MayGoDeeper) return Unknown(world.SpanOf(syntax));
        if (model.GetOperation(syntax) is { } operation) return Lower(operation);
        return syntax switch
        {
            InvocationExpressionSyntax call => UnboundCall(call),
            BaseObjectCreationExpressionSyntax creation => UnboundCreation(creation),
            ParenthesizedExpressionSyntax inner => LowerSyntax(inner.Expression),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } optional => IsSet(LowerSyntax(optional.Expression), world.SpanOf(syntax)),
            SimpleNameSyntax or MemberAccessExpressionSyntax when MethodNamed(syntax) is { } named => UnboundMethodReference(syntax, named),
            SimpleNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ElementAccessExpressionSyntax => Load(UnboundPlace(syntax), world.SpanOf(syntax)),
            _ => Unknown(world.SpanOf(syntax)),
        };
    }

    string? TypeNameOf(ExpressionSyntax syntax) =>
        model.GetTypeInfo(syntax).Type is { } found && found is not IErrorTypeSymbol { Name: "" or "var" or "?" } ? Names.Of(found) : GivenTypeOf(syntax);

    string? GivenTypeOf(ExpressionSyntax syntax) => GivenSymbolOf(syntax) is { } symbol ? Names.Of(symbol) : null;

    /// <summary>The type of the application that a library's call gives, or a variable that was declared by one without a type.</summary>
    INamedTypeSymbol? GivenSymbolOf(ExpressionSyntax syntax) => syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => GivenSymbol(member.Name),
        AwaitExpressionSyntax awaited => GivenSymbolOf(awaited.Expression),
        ParenthesizedExpressionSyntax inner => GivenSymbolOf(inner.Expression),
        PostfixUnaryExpressionSyntax { OperatorToken.ValueText: "!" } sure => GivenSymbolOf(sure.Operand),
        IdentifierNameSyntax name when model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [var declared] }
            && declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && value.Span.End < name.SpanStart => GivenSymbolOf(value),
        _ => null,
    };

    /// <summary>What stands for a field or property of the application's own type, where the compiler did not know that it is one.</summary>
    Place? GivenMember(MemberAccessExpressionSyntax member)
    {
        for (var owner = GivenSymbolOf(member.Expression); owner is { DeclaringSyntaxReferences.IsEmpty: false }; owner = owner.BaseType)
            foreach (var found in owner.GetMembers(member.Name.Identifier.ValueText))
                if (found is IPropertySymbol { IsStatic: false } property && world.IsStored(property)) return new FieldPlace(LowerSyntax(member.Expression), FieldOf(property, property.Type));
        return null;
    }

    Place UnboundPlace(SyntaxNode syntax) => syntax switch
    {
        MemberAccessExpressionSyntax member when OwnField(member) is { } field => new FieldPlace(field.IsStatic ? Instruction.NoSlot : LowerSyntax(member.Expression), FieldOf(field, field.Type)),
        MemberAccessExpressionSyntax member when GivenMember(member) is { } given => given,
        MemberAccessExpressionSyntax member when StaticType(member.Expression) is { } owner => StaticMember(owner, member.Name.Identifier.ValueText),
        MemberAccessExpressionSyntax member => Member(LowerSyntax(member.Expression), TypeNameOf(member.Expression), member.Name.Identifier.ValueText),
        MemberBindingExpressionSyntax member when accessed.TryPeek(out var receiver) => Member(receiver, null, member.Name.Identifier.ValueText),
        ElementAccessExpressionSyntax element => Element(LowerSyntax(element.Expression), TypeNameOf(element.Expression), element.ArgumentList),
        ElementBindingExpressionSyntax element when accessed.TryPeek(out var receiver) => Element(receiver, null, element.ArgumentList),
        ImplicitElementAccessSyntax element when initialized.TryPeek(out var created) => Element(created, null, element.ArgumentList),
        SimpleNameSyntax name when IsInInitializer(name) && initialized.TryPeek(out var created) => Member(created, null, name.Identifier.ValueText),
        SimpleNameSyntax name => Member(ThisSlot, type.Name, name.Identifier.ValueText),
        ParenthesizedExpressionSyntax inner => UnboundPlace(inner.Expression),
        _ => new DiscardPlace(),
    };

    IFieldSymbol? OwnField(MemberAccessExpressionSyntax member) =>
        model.GetSymbolInfo(member).CandidateSymbols.OfType<IFieldSymbol>().FirstOrDefault(f => !f.DeclaringSyntaxReferences.IsEmpty);

    static bool IsInInitializer(SimpleNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name;

    static PropertyPlace Member(int receiver, string? owner, string name)
    {
        var kind = receiver >= 0 ? CallKind.Virtual : CallKind.Exact;
        return new PropertyPlace(receiver, new Callee(kind, owner, "get_" + name, [], null), new Callee(kind, owner, "set_" + name, [], "void"), []);
    }

    PropertyPlace Element(int receiver, string? owner, BracketedArgumentListSyntax arguments)
    {
        ImmutableArray<int> indices = [.. arguments.Arguments.Select(a => LowerSyntax(a.Expression))];
        return Member(receiver, owner, "Item") with { Arguments = indices };
    }

    Place StaticMember(string owner, string name)
    {
        var known = world.Models.Find(owner);
        var isField = known is not null && (known.Constants.ContainsKey(name) || known.FieldSources.ContainsKey(name) || known.Fields.ContainsKey(name));
        return isField ? new FieldPlace(Instruction.NoSlot, new FieldReference(owner, name, known!.Fields.GetValueOrDefault(name))) : Member(Instruction.NoSlot, owner, name);
    }

    /// <summary>The type that an expression names, also one that is not at hand; null when it is a value.</summary>
    string? StaticType(ExpressionSyntax expression)
    {
        var symbol = model.GetSymbolInfo(expression).Symbol;
        if (symbol is INamedTypeSymbol known) return Names.Owner(known);
        if (symbol is not null || !IsName(expression)) return null;
        var written = expression.ToString();
        if (expression is SimpleNameSyntax && world.HasModelledMember(type.Type.Symbol, written)) return null;
        if (Names.IsModelled(written)) return Names.Guess(written);
        var isOfNamespace = expression is MemberAccessExpressionSyntax member && model.GetSymbolInfo(member.Expression).Symbol is INamespaceSymbol;
        return isOfNamespace || char.IsUpper(written[0]) && expression is SimpleNameSyntax && !CSharpWorld.HasUnknownBase(type.Type.Symbol) ? written : null;
    }

    static bool IsName(ExpressionSyntax expression) =>
        expression is SimpleNameSyntax || expression is MemberAccessExpressionSyntax member && IsName(member.Expression);

    int UnboundCreation(BaseObjectCreationExpressionSyntax creation)
    {
        var (created, span) = (builder.NewSlot(), world.SpanOf(creation));
        var of = model.GetTypeInfo(creation) is var info && info.Type is null or IErrorTypeSymbol { Name: "" } ? info.ConvertedType : info.Type;
        var owner = of is INamedTypeSymbol named ? Names.Owner(named) : "?";
        var count = creation.ArgumentList?.Arguments.Count ?? 0;
        var candidates = (of as INamedTypeSymbol)?.InstanceConstructors.Where(c => world.Find(c) is not null && Accepts(c, count)).ToList() ?? [];
        Emit(new AllocateInstruction(created, owner, span));
        var (arguments, after) = UnboundArguments(creation.ArgumentList, candidates.FirstOrDefault());
        Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, owner, Function.Constructor, [.. candidates.Select(c => world.Find(c)!)], null), created, arguments, span));
        after();
        if (creation.Initializer is { } initializer) FillUnbound(created, initializer);
        return created;
    }

    void FillUnbound(int created, InitializerExpressionSyntax initializer)
    {
        initialized.Push(created);
        foreach (var part in initializer.Expressions)
            Scoped(() => FillUnboundPart(created, part));
        initialized.Pop();
    }

    void FillUnboundPart(int created, ExpressionSyntax part)
    {
        var span = world.SpanOf(part);
        switch (part)
        {
            case AssignmentExpressionSyntax { Right: InitializerExpressionSyntax nested } assignment:
                FillUnbound(Load(UnboundPlace(assignment.Left), span), nested);
                break;
            case AssignmentExpressionSyntax assignment:
                var place = UnboundPlace(assignment.Left);
                Store(place, LowerSyntax(assignment.Right), span);
                break;
            case InitializerExpressionSyntax several:
                CallLibrary(null, "Add", created, "void", span, [.. several.Expressions.Select(LowerSyntax)]);
                break;
            default:
                CallLibrary(null, "Add", created, "void", span, LowerSyntax(part));
                break;
        }
    }
}
