using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

sealed partial class MethodLowering
{
    int LowerAssignment(ISimpleAssignmentOperation assignment)
    {
        var place = PlaceOf(assignment.Target);
        var value = Lower(assignment.Value);
        Store(place, value, assignment);
        return value;
    }

    int LowerCompound(ICompoundAssignmentOperation assignment)
    {
        var place = PlaceOf(assignment.Target);
        var before = Load(place, SpanOf(assignment.Target));
        var after = Combine(assignment.OperatorKind, assignment.OperatorMethod, assignment.Type, before, Lower(assignment.Value), SpanOf(assignment), Numbers.RangeOf(assignment));
        Store(place, after, assignment);
        return after;
    }

    int LowerIncrement(IIncrementOrDecrementOperation increment)
    {
        var place = PlaceOf(increment.Target);
        var (before, after) = (Load(place, SpanOf(increment.Target)), builder.NewSlot());
        var op = increment.Kind == OperationKind.Increment ? Operator.Add : Operator.Subtract;
        Emit(new BinaryInstruction(after, op, before, Constant(1L, SpanOf(increment)), SpanOf(increment), Numbers.RangeOf(increment)));
        Store(place, after, increment);
        return increment.IsPostfix ? before : after;
    }

    int LowerCoalesceAssignment(ICoalesceAssignmentOperation assignment)
    {
        var (result, span) = (builder.NewSlot(), SpanOf(assignment));
        var place = PlaceOf(assignment.Target);
        var (unset, after) = (builder.NewBlock(), builder.NewBlock());
        Emit(new CopyInstruction(result, Load(place, span), null, span));
        BranchOnEqual(result, Constant(null, span), unset, after, span);
        builder.Start(unset);
        Emit(new CopyInstruction(result, Lower(assignment.Value), null, span));
        Store(place, result, assignment);
        builder.Jump(after);
        builder.Start(after);
        return result;
    }

    /// <summary>After <c>+=</c> an event or delegate may be what it was or what was added: calling it reaches both.</summary>
    int LowerEventAssignment(IEventAssignmentOperation assignment)
    {
        var handler = Lower(assignment.HandlerValue);
        if (!assignment.Adds) return handler;
        var place = assignment.EventReference is IEventReferenceOperation { Event: { DeclaringSyntaxReferences.IsEmpty: true } } or IInvalidOperation
            ? null : PlaceOf(assignment.EventReference);
        if (place is null) CallLibrary(null, "add_Event", handler, "void", SpanOf(assignment));
        else Store(place, Either(Load(place, SpanOf(assignment)), handler, SpanOf(assignment)), assignment);
        return handler;
    }

    /// <summary>The one or the other, nobody knows which.</summary>
    int Either(int first, int second, Span span)
    {
        var result = builder.NewSlot();
        var (other, after) = (builder.NewBlock(), builder.NewBlock());
        Emit(new CopyInstruction(result, first, null, span));
        builder.Leave(new BranchExit(Unknown(span), other.Number, after.Number, span));
        builder.Start(other);
        Emit(new CopyInstruction(result, second, null, span));
        builder.Jump(after);
        builder.Start(after);
        return result;
    }

    int LowerDeconstruction(IDeconstructionAssignmentOperation assignment)
    {
        var place = PlaceOf(assignment.Target);
        var value = Lower(assignment.Value);
        Store(place, value, SpanOf(assignment), assignment.Value.Type);
        return value;
    }

    /// <summary>A tuple by its elements; an object of the application by its <c>Deconstruct</c>; of a library by parts that carry the whole's taint.</summary>
    void TakeApart(TuplePlace places, int value, ITypeSymbol? of, Span span)
    {
        var deconstruct = of is { IsTupleType: false } ? Deconstruct(of, places.Parts.Length) : null;
        var boxes = deconstruct is null ? [] : CallDeconstruct(deconstruct, value, span);
        var elements = (of as INamedTypeSymbol)?.TupleElements ?? default;
        for (var i = 0; i < places.Parts.Length; i++)
        {
            var part = builder.NewSlot();
            if (boxes.Count > 0) Emit(new ReadFieldInstruction(part, boxes[i], Reference.Field(Names.Of(deconstruct!.Parameters[^(boxes.Count - i)].Type)), span));
            else if (Component(of, i, places.Parts.Length) is { } component) Emit(new ReadFieldInstruction(part, value, component, span));
            else if (of is { IsTupleType: true } or null) Emit(new ReadFieldInstruction(part, value, elements.IsDefault || i >= elements.Length ? new FieldReference("System.ValueTuple", $"Item{i + 1}", null) : TupleField(elements[i].CorrespondingTupleField ?? elements[i]), span));
            else part = CallLibrary(Names.Of(of), i == 0 ? "get_Key" : "get_Value", value, null, span);
            Store(places.Parts[i], part, span, elements.IsDefault || i >= elements.Length ? null : elements[i].Type);
        }
    }

    IMethodSymbol? Deconstruct(ITypeSymbol of, int parts) =>
        of.GetMembers("Deconstruct").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == parts && world.Find(m) is not null);

    List<int> CallDeconstruct(IMethodSymbol method, int value, Span span)
    {
        var boxes = method.Parameters.Select(p => Box(Unknown(span), null, p.Type, span)).ToList();
        var callee = new Callee(CallKind.Exact, Names.Owner(method.ContainingType), method.Name, [world.Find(method)!], "void");
        Emit(new CallInstruction(Instruction.NoSlot, callee, value, [.. boxes], span));
        return boxes;
    }

    /// <summary>A record's positional property.</summary>
    FieldReference? Component(ITypeSymbol? of, int index, int count)
    {
        if (of is not INamedTypeSymbol { IsRecord: true } record) return null;
        var primary = record.InstanceConstructors.FirstOrDefault(c => c.Parameters.Length == count && !c.IsImplicitlyDeclared);
        return primary is null ? null : new FieldReference(Names.Owner(record), primary.Parameters[index].Name, Names.Of(primary.Parameters[index].Type));
    }
}
