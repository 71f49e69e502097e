using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Something that can be read and assigned; its parts are evaluated once.</summary>
abstract record Place;

/// <summary>A local variable or parameter.</summary>
sealed record VariablePlace(ISymbol Symbol) : Place;

/// <summary>A field, or a property that is no more than one.</summary>
sealed record FieldPlace(int Object, FieldReference Field) : Place;

/// <summary>An element of an array.</summary>
sealed record ElementPlace(int Array, int Index) : Place;

/// <summary>A property or indexer with code, of the application or of a library.</summary>
sealed record PropertyPlace(int Receiver, Callee Getter, Callee Setter, ImmutableArray<int> Arguments) : Place;

/// <summary>A box.</summary>
sealed record ReferencePlace(int Box, string? Type) : Place;

/// <summary>Several places that a tuple is taken apart into.</summary>
sealed record TuplePlace(ImmutableArray<Place> Parts) : Place;

/// <summary>Nowhere.</summary>
sealed record DiscardPlace : Place;

sealed partial class MethodLowering
{
    Place PlaceOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => new VariablePlace(local.Local),
        IParameterReferenceOperation parameter => PlaceOf(parameter),
        IVariableDeclaratorOperation declarator => new VariablePlace(declarator.Symbol),
        IVariableDeclarationOperation { Declarators: [var only] } => new VariablePlace(only.Symbol),
        IDeclarationExpressionOperation declaration => PlaceOf(declaration.Expression),
        IFieldReferenceOperation { Field.CorrespondingTupleField: { } element } field => new FieldPlace(Lower(field.Instance!), TupleField(element)),
        IFieldReferenceOperation field => new FieldPlace(ReceiverOf(field.Instance), FieldOf(field.Field, field.Field.Type)),
        IEventReferenceOperation raised => new FieldPlace(ReceiverOf(raised.Instance), FieldOf(raised.Event, raised.Event.Type)),
        IPropertyReferenceOperation property => PlaceOf(property),
        IArrayElementReferenceOperation element => ElementOf(Lower(element.ArrayReference), element.Indices, SpanOf(element)),
        ITupleOperation tuple => new TuplePlace([.. tuple.Elements.Select(PlaceOf)]),
        IConversionOperation conversion => PlaceOf(conversion.Operand),
        IParenthesizedOperation inner => PlaceOf(inner.Operand),
        IDiscardOperation => new DiscardPlace(),
        _ => UnboundPlace(target.Syntax),
    };

    Place PlaceOf(IParameterReferenceOperation reference) =>
        slots.ContainsKey(reference.Parameter) || thisSlot < 0 && !slots.ContainsKey(ThisKey)
            ? new VariablePlace(reference.Parameter)
            : new FieldPlace(ThisSlot, new FieldReference(type.Name, reference.Parameter.Name, Names.Of(reference.Parameter.Type)));

    FieldReference FieldOf(ISymbol symbol, ITypeSymbol declared) => new(Names.Owner(symbol.ContainingType), symbol.Name, Names.Of(declared));

    FieldReference TupleField(IFieldSymbol element) => new("System.ValueTuple", element.Name, element.Type.TypeKind == TypeKind.Error ? null : Names.Of(element.Type));

    int ReceiverOf(IOperation? instance) => instance is null ? Instruction.NoSlot : Lower(instance);

    /// <summary>An array of several dimensions is one of arrays.</summary>
    ElementPlace ElementOf(int array, ImmutableArray<IOperation> indices, Span span)
    {
        foreach (var index in indices[..^1]) array = Load(new ElementPlace(array, Lower(index)), span);
        return new ElementPlace(array, Lower(indices[^1]));
    }

    Place PlaceOf(IPropertyReferenceOperation reference)
    {
        var (property, receiver) = (reference.Property, ReceiverOf(reference.Instance));
        if (world.IsStored(property)) return new FieldPlace(receiver, FieldOf(property.OriginalDefinition, property.Type));
        if (property.ContainingType.IsAnonymousType) return new FieldPlace(receiver, new FieldReference(null, property.Name, Names.Of(property.Type)));
        ImmutableArray<int> arguments = [.. reference.Arguments.OrderBy(a => a.Parameter?.Ordinal).Select(a => Lower(a.Value))];
        return new PropertyPlace(receiver, Accessor(reference, property.GetMethod, "get_"), Accessor(reference, property.SetMethod, "set_"), arguments);
    }

    Callee Accessor(IPropertyReferenceOperation reference, IMethodSymbol? accessor, string prefix)
    {
        for (var symbol = reference.Property; accessor is null && symbol.OverriddenProperty is { } overridden; symbol = overridden)
            accessor = prefix == "get_" ? overridden.GetMethod : overridden.SetMethod;
        var found = world.Find(accessor);
        var isExact = reference.Instance is null || found is not null && !IsVirtual(accessor!, reference.Instance);
        return new Callee(isExact ? CallKind.Exact : CallKind.Virtual, OwnerAt(reference.Instance, reference.Property.ContainingType),
            prefix + reference.Property.MetadataName, found is null ? [] : [found], prefix == "get_" ? Names.Of(reference.Type) : "void");
    }

    int Load(ISymbol variable) => Load(new VariablePlace(variable), function.Span);

    int Load(Place place, Span span)
    {
        var result = builder.NewSlot();
        switch (place)
        {
            case VariablePlace variable:
                LoadVariable(result, variable.Symbol, span);
                break;
            case FieldPlace field:
                Emit(new ReadFieldInstruction(result, field.Object, field.Field, span));
                break;
            case ReferencePlace box:
                Emit(new ReadFieldInstruction(result, box.Box, Reference.Field(box.Type), span));
                break;
            case ElementPlace element:
                Emit(new ReadElementInstruction(result, element.Array, element.Index, span));
                break;
            case PropertyPlace property:
                Emit(new CallInstruction(result, property.Getter, property.Receiver, property.Arguments, span));
                break;
            default:
                Emit(new UnknownInstruction(result, [], span));
                break;
        }
        return result;
    }

    void LoadVariable(int result, ISymbol symbol, Span span)
    {
        if (!slots.TryGetValue(symbol, out var slot))
        {
            Emit(new UnknownInstruction(result, [], span));
            return;
        }
        if (IsShared(symbol)) Emit(new ReadFieldInstruction(result, slot, Reference.Field(TypeOf(symbol)), span));
        else Emit(new CopyInstruction(result, slot, null, span));
    }

    void Store(Place place, int value, IOperation at) => Store(place, value, SpanOf(at), at.Type);

    void Store(Place place, int value, Span span, ITypeSymbol? of = null)
    {
        switch (place)
        {
            case VariablePlace variable:
                StoreVariable(variable.Symbol, value, span);
                break;
            case FieldPlace field:
                Emit(new WriteFieldInstruction(field.Object, field.Field, value, span));
                break;
            case ReferencePlace box:
                Emit(new WriteFieldInstruction(box.Box, Reference.Field(box.Type), value, span));
                break;
            case ElementPlace element:
                Emit(new WriteElementInstruction(element.Array, element.Index, value, span));
                break;
            case PropertyPlace property:
                Emit(new CallInstruction(Instruction.NoSlot, property.Setter, property.Receiver, [.. property.Arguments, value], span));
                break;
            case TuplePlace tuple:
                TakeApart(tuple, value, of, span);
                break;
        }
    }

    void StoreVariable(ISymbol symbol, int value, Span span)
    {
        if (!slots.TryGetValue(symbol, out var slot))
        {
            keepsSlots = true;
            slot = DeclareLocal(symbol, span);
        }
        if (IsShared(symbol)) Emit(new WriteFieldInstruction(slot, Reference.Field(TypeOf(symbol)), value, span));
        else Emit(new CopyInstruction(slot, value, symbol.Name, span));
    }

    bool IsShared(ISymbol symbol) => variables.IsBoxed(symbol) || symbol is IParameterSymbol { RefKind: RefKind.Ref or RefKind.Out };

    string? TypeOf(ISymbol symbol) => Names.Of((symbol as ILocalSymbol)?.Type ?? (symbol as IParameterSymbol)?.Type);

    void Assign(IOperation target, int value) => Store(PlaceOf(target), value, target);
}
