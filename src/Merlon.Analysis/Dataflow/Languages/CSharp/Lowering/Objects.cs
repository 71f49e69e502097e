using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Making objects, arrays and collections, with what stands in braces after them.</summary>
sealed partial class MethodLowering
{
    /// <summary>The objects whose initializers are being lowered, innermost on top.</summary>
    readonly Stack<int> initialized = new();

    int LowerInstance(IInstanceReferenceOperation instance)
    {
        if (instance.ReferenceKind == InstanceReferenceKind.ImplicitReceiver && initialized.TryPeek(out var created)) return created;
        if (instance.ReferenceKind == InstanceReferenceKind.PatternInput && accessed.TryPeek(out var matched)) return matched;
        return ThisSlot >= 0 ? ThisSlot : Unknown(SpanOf(instance));
    }

    int LowerCreation(IObjectCreationOperation creation)
    {
        var (created, span) = (builder.NewSlot(), SpanOf(creation));
        var owner = creation.Type is INamedTypeSymbol named ? Names.Owner(named) : "System.Object";
        Emit(new AllocateInstruction(created, owner, span));
        var own = world.Find(creation.Constructor);
        var (arguments, after) = LowerArguments(creation.Arguments, own is not null);
        if (own is not null || creation.Constructor is { IsImplicitlyDeclared: false } or null || arguments.Length > 0)
            Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, owner, Function.Constructor, own is null ? [] : [own], null), created, arguments, span));
        after();
        Fill(created, creation.Initializer);
        return created;
    }

    /// <summary>A structure of the application, whose fields can be set before anyone makes it.</summary>
    static bool IsOwnStructure(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } && !type.DeclaringSyntaxReferences.IsEmpty;

    int Empty(ITypeSymbol structure, Span span)
    {
        var made = builder.NewSlot();
        Emit(new AllocateInstruction(made, Names.Owner((INamedTypeSymbol)structure), span));
        return made;
    }

    void Fill(int target, IObjectOrCollectionInitializerOperation? initializer)
    {
        if (initializer is null) return;
        initialized.Push(target);
        foreach (var part in initializer.Initializers) FillPart(target, part);
        initialized.Pop();
    }

    void FillPart(int target, IOperation part)
    {
        if (part is IInvalidOperation { Syntax: ExpressionSyntax { Parent: InitializerExpressionSyntax } unbound }) Scoped(() => FillUnboundPart(target, unbound));
        else if (part is IMemberInitializerOperation nested) Scoped(() => Fill(Lower(nested.InitializedMember), nested.Initializer));
        else Scoped(() => Lower(part));
    }

    int LowerArray(IArrayCreationOperation array)
    {
        var span = SpanOf(array);
        var element = (array.Type as IArrayTypeSymbol)?.ElementType;
        var name = Names.Of(element) ?? "System.Object";
        if (array.Initializer is { } initializer) return Array(name, [.. initializer.ElementValues.Select(LowerElement)], span);
        ImmutableArray<ArrayLength> lengths = [.. array.DimensionSizes.Select(s => new ArrayLength(Lower(s), s.ConstantValue.Value as int?))];
        return lengths.IsEmpty ? Unknown(span) : new NestedArrays(builder, span).Allocate(name, lengths.AsSpan());
    }

    int LowerElement(IOperation element) =>
        element is IArrayInitializerOperation nested ? Array("System.Object", [.. nested.ElementValues.Select(LowerElement)], SpanOf(nested)) : Lower(element);

    int Array(string element, ImmutableArray<int> elements, Span span)
    {
        var created = builder.NewSlot();
        Emit(new AllocateArrayInstruction(created, element, elements, Instruction.NoSlot, span));
        return created;
    }

    int LowerCollection(ICollectionExpressionOperation list)
    {
        var span = SpanOf(list);
        if (list.Type is IArrayTypeSymbol array && !list.Elements.Any(e => e is ISpreadOperation))
            return Array(Names.Of(array.ElementType) ?? "System.Object", [.. list.Elements.Select(Lower)], span);
        var created = NewList(span);
        foreach (var element in list.Elements)
            if (element is ISpreadOperation spread) CallList("AddRange", created, Lower(spread.Operand), span);
            else CallList("Add", created, Lower(element), span);
        return created;
    }

    int NewList(Span span)
    {
        var created = builder.NewSlot();
        Emit(new AllocateInstruction(created, "System.Collections.Generic.List", span));
        Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, "System.Collections.Generic.List", Function.Constructor, [], null), created, [], span));
        return created;
    }

    void CallList(string name, int list, int argument, Span span) =>
        Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Virtual, "System.Collections.Generic.List", name, [], "void"), list, [argument], span));

    int LowerAnonymous(IAnonymousObjectCreationOperation anonymous)
    {
        var (created, span) = (builder.NewSlot(), SpanOf(anonymous));
        Emit(new AllocateInstruction(created, "<anonymous>", span));
        foreach (var part in anonymous.Initializers.OfType<ISimpleAssignmentOperation>())
            if (part.Target is IPropertyReferenceOperation { Property: var property })
                Emit(new WriteFieldInstruction(created, new FieldReference(null, property.Name, Names.Of(property.Type)), Lower(part.Value), span));
        return created;
    }

    /// <summary>A copy of a record with some properties changed.</summary>
    int LowerWith(IWithOperation with)
    {
        var (source, created, span) = (Lower(with.Operand), builder.NewSlot(), SpanOf(with));
        if (with.Type is not INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } record)
            Emit(new UnknownInstruction(created, [source], span));
        else CopyRecord(record, source, created, span);
        Fill(created, with.Initializer);
        return created;
    }

    void CopyRecord(INamedTypeSymbol record, int source, int created, Span span)
    {
        Emit(new AllocateInstruction(created, Names.Owner(record), span));
        for (var of = record; of is { DeclaringSyntaxReferences.IsEmpty: false }; of = of.BaseType)
            foreach (var property in of.GetMembers().OfType<IPropertySymbol>().Where(p => !p.IsStatic && CSharpWorld.HasStorage(p)))
                Scoped(() => Emit(new WriteFieldInstruction(created, FieldOf(property, property.Type), Load(new FieldPlace(source, FieldOf(property, property.Type)), span), span)));
    }
}
