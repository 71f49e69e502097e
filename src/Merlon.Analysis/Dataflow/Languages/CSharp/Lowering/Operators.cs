using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

sealed partial class MethodLowering
{
    /// <summary>What stands for the object before <c>?.</c>, innermost on top.</summary>
    readonly Stack<int> accessed = new();

    int LowerOperator(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } => LowerTruth(operation),
        IBinaryOperation binary => LowerBinary(binary),
        IUnaryOperation unary => LowerUnary(unary),
        ITupleBinaryOperation => LowerParts(operation),
        _ => LowerTruth(operation),
    };

    /// <summary>The comparisons that decide whether a loop goes on.</summary>
    readonly HashSet<IOperation> loopTests = [];

    int LowerBinary(IBinaryOperation binary)
    {
        var (left, right) = (Lower(Operand(binary, binary.LeftOperand)), Lower(Operand(binary, binary.RightOperand)));
        return Combine(binary.OperatorKind, binary.OperatorMethod, binary.Type, left, right, SpanOf(binary), Numbers.RangeOf(binary), loopTests.Contains(binary));
    }

    /// <summary>Joining texts takes any operand; the conversion to object says nothing. Nor does that of two characters to numbers before they are compared.</summary>
    static IOperation Operand(IBinaryOperation binary, IOperation operand) => binary.Type?.SpecialType == SpecialType.System_String || ComparesCharacters(binary) ? WithoutConversion(operand) : operand;

    static bool ComparesCharacters(IBinaryOperation binary) =>
        binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && IsCharacter(WithoutConversion(binary.LeftOperand)) && IsCharacter(WithoutConversion(binary.RightOperand));

    static bool IsCharacter(IOperation operation) => operation.Type?.SpecialType == SpecialType.System_Char;

    int Combine(BinaryOperatorKind kind, IMethodSymbol? method, ITypeSymbol? of, int left, int right, Span span, string? range = null, bool limits = false)
    {
        var result = builder.NewSlot();
        if (world.Find(method) is { } own)
            Emit(new CallInstruction(result, new Callee(CallKind.Exact, own.Owner, own.Name, [own], own.ResultType), Instruction.NoSlot, [left, right], span));
        else if (kind == BinaryOperatorKind.Add && of?.TypeKind == TypeKind.Delegate) return Either(left, right, span);
        else if (OperatorOf(kind, of) is { } op) Emit(new BinaryInstruction(result, op, left, right, span, range, limits));
        else Emit(new UnknownInstruction(result, [left, right], span));
        return result;
    }

    static Operator? OperatorOf(BinaryOperatorKind kind, ITypeSymbol? of) => kind switch
    {
        BinaryOperatorKind.Add => of is null or IErrorTypeSymbol or { TypeKind: TypeKind.Dynamic } ? Operator.AddOrConcatenate
            : of.SpecialType == SpecialType.System_String ? Operator.Concatenate : Operator.Add,
        BinaryOperatorKind.Subtract => Operator.Subtract,
        BinaryOperatorKind.Multiply => Operator.Multiply,
        BinaryOperatorKind.Divide => Operator.Divide,
        BinaryOperatorKind.Remainder => Operator.Remainder,
        BinaryOperatorKind.LeftShift => Operator.ShiftLeft,
        BinaryOperatorKind.RightShift => Operator.ShiftRight,
        BinaryOperatorKind.UnsignedRightShift => Operator.ShiftRightUnsigned,
        BinaryOperatorKind.And => Operator.And,
        BinaryOperatorKind.Or => Operator.Or,
        BinaryOperatorKind.ExclusiveOr => Operator.ExclusiveOr,
        BinaryOperatorKind.Equals => Operator.Equal,
        BinaryOperatorKind.NotEquals => Operator.NotEqual,
        BinaryOperatorKind.LessThan => Operator.Less,
        BinaryOperatorKind.LessThanOrEqual => Operator.LessOrEqual,
        BinaryOperatorKind.GreaterThan => Operator.Greater,
        BinaryOperatorKind.GreaterThanOrEqual => Operator.GreaterOrEqual,
        _ => null,
    };

    int LowerUnary(IUnaryOperation unary)
    {
        var (operand, result, span) = (Lower(unary.Operand), builder.NewSlot(), SpanOf(unary));
        if (world.Find(unary.OperatorMethod) is { } own)
        {
            Emit(new CallInstruction(result, new Callee(CallKind.Exact, own.Owner, own.Name, [own], own.ResultType), Instruction.NoSlot, [operand], span));
            return result;
        }
        Operator? op = unary.OperatorKind switch
        {
            UnaryOperatorKind.Not => Operator.Not,
            UnaryOperatorKind.Minus => Operator.Negate,
            UnaryOperatorKind.BitwiseNegation => Operator.Complement,
            _ => null,
        };
        if (op is null) return unary.OperatorKind == UnaryOperatorKind.Plus ? operand : Unknown(span, operand);
        Emit(new UnaryInstruction(result, op.Value, operand, span));
        return result;
    }

    int LowerConversion(IConversionOperation conversion)
    {
        var (operand, span) = (Lower(conversion.Operand), SpanOf(conversion));
        var result = builder.NewSlot();
        if (world.Find(conversion.OperatorMethod) is { } own)
            Emit(new CallInstruction(result, new Callee(CallKind.Exact, own.Owner, own.Name, [own], own.ResultType), Instruction.NoSlot, [operand], span));
        else if (ModelledCast(conversion.Type) is { } type) return CallStatic(type, ExplicitCast, [operand], type, span);
        else if (conversion is { Operand.Type: IArrayTypeSymbol or { SpecialType: SpecialType.System_String }, Type.IsValueType: true }) LowerSpan(result, operand, span);
        else if (conversion.IsTryCast) LowerTryCast(result, operand, conversion.Type, span);
        else if (IsOfNullable(conversion)) return CallLibrary("System.Nullable", "get_Value", operand, Names.Of(conversion.Type), span);
        else if (NumericConversion(conversion) is { } op) Emit(new UnaryInstruction(result, op, operand, span, Numbers.Narrowing(conversion)));
        else if (!conversion.IsImplicit && (conversion.Type is { IsReferenceType: true } || IsUnboxing(conversion)) && Names.Of(conversion.Type) is { } name) Emit(new CastInstruction(result, operand, name, span));
        else return operand;
        return result;
    }

    static bool IsUnboxing(IConversionOperation conversion) => conversion is { Operand.Type.SpecialType: SpecialType.System_Object, Type.IsValueType: true };

    /// <summary>Whether a value is taken out of one that may be missing, as <c>(int)number</c> does.</summary>
    static bool IsOfNullable(IConversionOperation conversion) =>
        !conversion.IsImplicit && conversion.Type is INamedTypeSymbol { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } made
        && conversion.Operand.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } from && SymbolEqualityComparer.Default.Equals(from.TypeArguments[0], made);

    /// <summary>A library's type that models say how to cast to; null for any other.</summary>
    string? ModelledCast(ITypeSymbol? of) =>
        of is IErrorTypeSymbol && Names.Of(of) is { } name && world.Models.Find(name)?.Find(ExplicitCast, 1) is not null ? name : null;

    /// <summary>A text or array seen as a span, which is empty and not null where that is null.</summary>
    void LowerSpan(int result, int operand, Span span)
    {
        var (unset, set, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        BranchOnEqual(operand, Constant(null, span), unset, set, span);
        builder.Start(unset);
        Emit(new UnknownInstruction(result, [], span));
        builder.Jump(after);
        builder.Start(set);
        Emit(new CopyInstruction(result, operand, null, span));
        builder.Jump(after);
        builder.Start(after);
    }

    void LowerTryCast(int result, int operand, ITypeSymbol? of, Span span)
    {
        var (yes, no, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        var name = Names.Of(of) ?? "System.Object";
        BranchOnType(operand, name, yes, no, span);
        builder.Start(yes);
        Emit(new CastInstruction(result, operand, name, span));
        builder.Jump(after);
        builder.Start(no);
        Emit(new ConstantInstruction(result, null, span, isImplied: true));
        builder.Jump(after);
        builder.Start(after);
    }

    void BranchOnType(int value, string name, Block yes, Block no, Span span)
    {
        var test = builder.NewSlot();
        Emit(new TypeTestInstruction(test, value, name, span));
        builder.Leave(new BranchExit(test, yes.Number, no.Number, span));
    }

    static Operator? NumericConversion(IConversionOperation conversion)
    {
        var (from, to) = (conversion.Operand.Type?.SpecialType ?? default, conversion.Type?.SpecialType ?? default);
        if (from == to || from is < SpecialType.System_Char or > SpecialType.System_Double) return null;
        return to switch
        {
            SpecialType.System_Char => Operator.ToCharacter,
            SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => Operator.ToFloat,
            >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => Operator.ToInteger,
            _ => null,
        };
    }

    int LowerConditional(IConditionalOperation conditional)
    {
        var result = builder.NewSlot();
        var (yes, no, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        Scoped(() => LowerCondition(conditional.Condition, yes, no));
        foreach (var (block, value) in new[] { (yes, conditional.WhenTrue), (no, conditional.WhenFalse) })
        {
            builder.Start(block);
            if (value is not null) Scoped(() => Emit(new CopyInstruction(result, Lower(value), null, SpanOf(conditional))));
            builder.Jump(after);
        }
        builder.Start(after);
        return result;
    }

    int LowerCoalesce(ICoalesceOperation coalesce)
    {
        var (result, span) = (builder.NewSlot(), SpanOf(coalesce));
        var (unset, after) = (builder.NewBlock(), builder.NewBlock());
        Scoped(() => Emit(new CopyInstruction(result, Lower(coalesce.Value), null, span)));
        Scoped(() => BranchOnEqual(result, Constant(null, span), unset, after, span));
        builder.Start(unset);
        Scoped(() => Emit(new CopyInstruction(result, Lower(coalesce.WhenNull), null, span)));
        builder.Jump(after);
        builder.Start(after);
        return result;
    }

    int LowerConditionalAccess(IConditionalAccessOperation access)
    {
        var (result, span) = (builder.NewSlot(), SpanOf(access));
        var (unset, set, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        var receiver = Lower(access.Operation);
        Scoped(() => BranchOnEqual(receiver, Constant(null, span), unset, set, span));
        builder.Start(set);
        accessed.Push(receiver);
        Scoped(() => Emit(new CopyInstruction(result, Lower(access.WhenNotNull), null, span)));
        accessed.Pop();
        builder.Jump(after);
        builder.Start(unset);
        Emit(new ConstantInstruction(result, null, span, isImplied: true));
        builder.Jump(after);
        builder.Start(after);
        return result;
    }
}
