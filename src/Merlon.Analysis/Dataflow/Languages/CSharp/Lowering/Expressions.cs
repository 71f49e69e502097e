using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

sealed partial class MethodLowering
{
    /// <summary>Lowers an expression; gives the slot of its value.</summary>
    int Lower(IOperation operation)
    {
        if (!MayGoDeeper) return Unknown(SpanOf(operation));
        if (operation.ConstantValue is { HasValue: true } constant && operation is not IInterpolatedStringOperation) return LowerConstant(operation, constant.Value);
        return operation switch
        {
            ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IEventReferenceOperation => LowerReference(operation),
            IPropertyReferenceOperation property => LowerProperty(property),
            IArrayElementReferenceOperation => Load(PlaceOf(operation), SpanOf(operation)),
            IInvocationOperation call => LowerCall(call),
            ISimpleAssignmentOperation assignment => LowerAssignment(assignment),
            ICompoundAssignmentOperation assignment => LowerCompound(assignment),
            IIncrementOrDecrementOperation increment => LowerIncrement(increment),
            ICoalesceAssignmentOperation assignment => LowerCoalesceAssignment(assignment),
            IEventAssignmentOperation assignment => LowerEventAssignment(assignment),
            IDeconstructionAssignmentOperation assignment => LowerDeconstruction(assignment),
            IBinaryOperation or IUnaryOperation or IIsPatternOperation or IIsTypeOperation or ITupleBinaryOperation => LowerOperator(operation),
            IConversionOperation conversion => LowerConversion(conversion),
            IConditionalOperation conditional => LowerConditional(conditional),
            ICoalesceOperation coalesce => LowerCoalesce(coalesce),
            IConditionalAccessOperation access => LowerConditionalAccess(access),
            IInterpolatedStringOperation text => LowerInterpolation(text),
            ISwitchExpressionOperation choice => LowerSwitchExpression(choice),
            _ => LowerObject(operation),
        };
    }

    int LowerObject(IOperation operation) => operation switch
    {
        IInstanceReferenceOperation instance => LowerInstance(instance),
        IConditionalAccessInstanceOperation when accessed.TryPeek(out var slot) => slot,
        IObjectCreationOperation creation => LowerCreation(creation),
        IArrayCreationOperation array => LowerArray(array),
        ICollectionExpressionOperation list => LowerCollection(list),
        IAnonymousObjectCreationOperation anonymous => LowerAnonymous(anonymous),
        IWithOperation with => LowerWith(with),
        ITupleOperation tuple => LowerTuple(tuple),
        IDelegateCreationOperation creation => Lower(creation.Target),
        IAnonymousFunctionOperation lambda => LowerLambda(lambda),
        IMethodReferenceOperation named => LowerMethodReference(named),
        IAwaitOperation awaited => Lower(awaited.Operation),
        IParenthesizedOperation inner => Lower(inner.Operand),
        ITranslatedQueryOperation query => Lower(query.Operation),
        IThrowOperation thrown => LowerThrow(thrown),
        ITypeOfOperation type => LowerTypeOf(type),
        IDeclarationExpressionOperation declaration => Lower(declaration.Expression),
        IArgumentOperation argument => Lower(argument.Value),
        IObjectOrCollectionInitializerOperation initializer => LowerParts(initializer),
        IDefaultValueOperation value => LowerDefault(value),
        ITypeParameterObjectCreationOperation creation => Unknown(SpanOf(creation)),
        ISizeOfOperation or INameOfOperation or IDiscardOperation => Unknown(SpanOf(operation)),
        IImplicitIndexerReferenceOperation indexer => LowerImplicitIndexer(indexer),
        IRangeOperation or IUtf8StringOperation => LowerParts(operation),
        _ => LowerUnbound(operation),
    };

    int LowerConstant(IOperation operation, object? value) => Constant(Normalize(operation, value), SpanOf(operation));

    /// <summary>Integers are long, decimals double; a member of a library's enumeration is its name, so that rules can read it.</summary>
    static object? Normalize(IOperation? operation, object? value)
    {
        if (operation is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } field } && field.Locations.All(l => !l.IsInSource)) return field.Name;
        if (operation?.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } flags && flags.Locations.All(l => !l.IsInSource) && NamesOf(flags, value) is { } names) return names;
        return value switch
        {
            sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
            ulong large => unchecked((long)large),
            float or decimal => Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture),
            _ => value,
        };
    }

    /// <summary>The members of an enumeration of which a value is put together, such as <c>IgnoreCase, NonBacktracking</c>.</summary>
    static string? NamesOf(INamedTypeSymbol flags, object? value)
    {
        if (value is not int wanted) return null;
        var members = flags.GetMembers().OfType<IFieldSymbol>().Where(f => f.ConstantValue is int bits && (bits == wanted || bits != 0 && (bits & wanted) == bits)).ToList();
        if (members.Find(f => f.ConstantValue is int bits && bits == wanted) is { } whole) return whole.Name;
        return members.Count == 0 ? null : string.Join(", ", members.Select(f => f.Name));
    }

    int LowerReference(IOperation operation)
    {
        if (operation is IFieldReferenceOperation { Field: { IsConst: false, ContainingType.TypeKind: TypeKind.Enum } } unknown) return Unknown(SpanOf(unknown));
        return Load(PlaceOf(operation), SpanOf(operation));
    }

    /// <summary><c>HasValue</c>, which may be asked of null.</summary>
    int IsSet(int value, Span span)
    {
        var isSet = builder.NewSlot();
        Emit(new BinaryInstruction(isSet, Operator.NotEqual, value, Constant(null, span), span));
        return isSet;
    }

    int LowerProperty(IPropertyReferenceOperation property)
    {
        if (property is { Instance.Type: IArrayTypeSymbol, Property.Name: "Length" or "LongLength" })
        {
            var (array, length) = (Lower(property.Instance), builder.NewSlot());
            Emit(new UnaryInstruction(length, Operator.Length, array, SpanOf(property)));
            return length;
        }
        if (property is { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } optional })
            return IsSet(Lower(optional), SpanOf(property));
        if (property is { Property: { Name: "Result" or "Value", IsStatic: false, ContainingType: { Arity: 1, Name: "Task" or "ValueTask" or "Nullable" } container }, Instance: { } wrapped })
            return container.Name == "Nullable" ? CallLibrary("System.Nullable", "get_Value", Lower(wrapped), Names.Of(property.Type), SpanOf(property)) : Lower(wrapped);
        return Load(PlaceOf(property), SpanOf(property));
    }

    int LowerInterpolation(IInterpolatedStringOperation text)
    {
        var result = Instruction.NoSlot;
        foreach (var part in text.Parts)
        {
            var slot = part switch
            {
                IInterpolationOperation hole => Lower(WithoutConversion(hole.Expression)),
                IInterpolatedStringTextOperation literal => Constant(literal.Text.ConstantValue.Value as string ?? "", SpanOf(literal)),
                _ => Constant("", SpanOf(part)),
            };
            result = Join(result < 0 ? Constant("", SpanOf(part)) : result, slot, SpanOf(text));
        }
        return result < 0 ? Constant("", SpanOf(text)) : result;
    }

    int Join(int left, int right, Span span)
    {
        var result = builder.NewSlot();
        Emit(new BinaryInstruction(result, Operator.Concatenate, left, right, span));
        return result;
    }

    int LowerThrow(IThrowOperation thrown)
    {
        var exception = thrown.Exception is { } value ? Lower(value) : Unknown(SpanOf(thrown));
        builder.Leave(new ThrowExit(exception, SpanOf(thrown)));
        return exception;
    }

    int LowerTypeOf(ITypeOfOperation operation)
    {
        var name = operation.TypeOperand is INamedTypeSymbol named ? Names.Owner(named) : Names.Of(operation.TypeOperand);
        var span = SpanOf(operation);
        return CallStatic("System.Type", "GetType", [Constant(name, span)], "System.Type", span);
    }

    int LowerDefault(IDefaultValueOperation value) =>
        IsOwnStructure(value.Type) ? Empty(value.Type!, SpanOf(value))
        : value.Type is { IsValueType: true, SpecialType: SpecialType.None } ? Unknown(SpanOf(value)) : Constant(null, SpanOf(value));

    /// <summary><c>a[^1]</c> and <c>a[1..]</c>.</summary>
    int LowerImplicitIndexer(IImplicitIndexerReferenceOperation indexer)
    {
        var receiver = Lower(indexer.Instance);
        return Unknown(SpanOf(indexer), receiver, Lower(indexer.Argument));
    }

    int LowerParts(IOperation operation) => Unknown(SpanOf(operation), [.. operation.ChildOperations.Select(Lower).ToList()]);

    int LowerTuple(ITupleOperation tuple)
    {
        var created = builder.NewSlot();
        Emit(new AllocateInstruction(created, "System.ValueTuple", SpanOf(tuple)));
        for (var i = 0; i < tuple.Elements.Length; i++)
            Emit(new WriteFieldInstruction(created, new FieldReference("System.ValueTuple", $"Item{i + 1}", null), Lower(tuple.Elements[i]), SpanOf(tuple)));
        return created;
    }
}
