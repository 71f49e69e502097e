using Merlon.Analysis.Dataflow.Languages.Java.Structures;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

sealed partial class MethodLowering
{
    readonly Dictionary<string, Local> patternLocals = [];

    /// <summary>Lowers an expression.</summary>
    /// <param name="node">Any expression of the grammar; what is none gives an unknown value made of its parts.</param>
    /// <param name="expected">The type that its place expects, for lambdas.</param>
    Operand Lower(SyntaxNode node, JavaType? expected = null)
    {
        switch (node.Kind)
        {
            case "parenthesized_expression":
                return Lower(node.FirstNamed, expected);
            case "identifier" or "field_access":
                return LowerName(node);
            case "this":
                return new Operand(thisSlot, JavaType.Of(type.Name));
            case "method_invocation":
                return LowerInvocation(node);
            case "object_creation_expression":
                return LowerCreation(node);
            case "array_creation_expression":
                return LowerArrayCreation(node);
            case "array_initializer":
                return LowerArrayInitializer(node, expected?.Element);
            case "array_access":
                return LowerArrayAccess(node);
            case "assignment_expression":
                return LowerAssignment(node);
            case "update_expression":
                return LowerUpdate(node);
            case "binary_expression":
                return LowerBinary(node);
            case "unary_expression":
                return LowerUnary(node);
            case "ternary_expression":
                return LowerTernary(node, expected);
            case "cast_expression":
                return LowerCast(node);
            case "instanceof_expression":
                return LowerLogical(node);
            case "lambda_expression":
                return LowerLambda(node, expected);
            case "method_reference":
                return LowerMethodReference(node, expected);
            case "class_literal":
                return LowerClassLiteral(node);
            case "switch_expression":
                return LowerSwitchExpression(node);
            default:
                return LowerLiteral(node);
        }
    }

    Operand LowerLiteral(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case "string_literal":
                return new(Constant(Literals.Text(node), node), JavaType.String);
            case "character_literal":
                return new(Constant(Literals.Character(node), node), JavaType.Of("char"));
            case "true" or "false":
                return new(Constant(node.Kind == "true", node), JavaType.Boolean);
            case "null_literal":
                return new(Constant(null, node), null);
            case "decimal_floating_point_literal":
                return new(Constant(Literals.Number(node.Text) ?? 0d, node), JavaType.Of("double"));
            case var kind when kind.EndsWith("_integer_literal", StringComparison.Ordinal) && Literals.Integer(node.Text) is { } number:
                return new(Constant(number, node), node.Text[^1] is 'l' or 'L' ? JavaType.Of("long") : JavaType.Int);
            default:
                return LowerUnknown(node);
        }
    }

    Operand LowerUnknown(SyntaxNode node)
    {
        var inputs = node.Named.ToList().ConvertAll(child => Lower(child).Slot);
        var slot = builder.NewSlot();
        Emit(new UnknownInstruction(slot, [.. inputs], SpanOf(node)));
        return new Operand(slot, null);
    }

    /// <param name="within">The type that the result is cast to at once, if it is.</param>
    Operand LowerBinary(SyntaxNode node, JavaType? within = null)
    {
        if (node["operator"].Kind is "&&" or "||") return LowerLogical(node);
        var (left, right) = (Lower(node["left"]), Lower(node["right"]));
        var op = OperatorOf(node["operator"].Kind, left.Type, right.Type);
        ComparisonStructures.Observe(method.Function, file, node, left.Type, right.Type);
        var slot = builder.NewSlot();
        var range = NumberTypes.RangeOf(op, left.Type, right.Type, within, isRightWritten: IsLiteral(node["right"]));
        Emit(new BinaryInstruction(slot, op, left.Slot, right.Slot, SpanOf(node), range, limits: isLoopCondition && NumberTypes.IsOrder(op)));
        return new Operand(slot, ResultOf(op, left.Type, right.Type));
    }

    static bool IsLiteral(SyntaxNode node) => node.Kind.EndsWith("_literal", StringComparison.Ordinal);

    static Operator OperatorOf(string text, JavaType? left, JavaType? right) => text switch
    {
        "+" when left?.IsString == true || right?.IsString == true => Operator.Concatenate,
        "+" => left?.IsNumeric == true && right?.IsNumeric == true ? Operator.Add : Operator.AddOrConcatenate,
        "-" => Operator.Subtract,
        "*" => Operator.Multiply,
        "/" => Operator.Divide,
        "%" => Operator.Remainder,
        "<<" => Operator.ShiftLeft,
        ">>" => Operator.ShiftRight,
        ">>>" => Operator.ShiftRightUnsigned,
        "&" => Operator.And,
        "|" => Operator.Or,
        "^" => Operator.ExclusiveOr,
        "==" => Operator.Equal,
        "!=" => Operator.NotEqual,
        "<" => Operator.Less,
        "<=" => Operator.LessOrEqual,
        ">" => Operator.Greater,
        _ => Operator.GreaterOrEqual,
    };

    static JavaType? ResultOf(Operator op, JavaType? left, JavaType? right) => op switch
    {
        Operator.Concatenate => JavaType.String,
        Operator.Equal or Operator.NotEqual or Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual => JavaType.Boolean,
        Operator.AddOrConcatenate => null,
        _ => Widest(left, right),
    };

    static JavaType? Widest(JavaType? left, JavaType? right)
    {
        foreach (var name in new[] { "double", "float", "long" })
            if (left?.Unboxed == name || right?.Unboxed == name) return JavaType.Of(name);
        return left?.Unboxed == "boolean" ? JavaType.Boolean : left is null || right is null ? null : JavaType.Int;
    }

    Operand LowerUnary(SyntaxNode node)
    {
        var op = node["operator"].Kind;
        var operand = Lower(node["operand"]);
        if (op == "+") return operand;
        var slot = builder.NewSlot();
        Emit(new UnaryInstruction(slot, op switch { "!" => Operator.Not, "~" => Operator.Complement, _ => Operator.Negate }, operand.Slot, SpanOf(node)));
        return new Operand(slot, op == "!" ? JavaType.Boolean : operand.Type);
    }

    Operand LowerTernary(SyntaxNode node, JavaType? expected)
    {
        var result = builder.NewSlot();
        var (yes, no, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        JavaType? found = null;
        Scoped(() =>
        {
            LowerCondition(node["condition"], yes, no);
            foreach (var (block, field) in new[] { (yes, "consequence"), (no, "alternative") })
            {
                builder.Start(block);
                Scoped(() =>
                {
                    var branch = LowerInto(result, node[field], expected);
                    found ??= branch;
                });
                builder.Jump(after);
            }
        });
        builder.Start(after);
        return new Operand(result, found);
    }

    JavaType? LowerInto(int slot, SyntaxNode node, JavaType? expected)
    {
        var value = Lower(node, expected);
        Emit(new CopyInstruction(slot, value.Slot, null, SpanOf(node)));
        return value.Type;
    }

    Operand LowerSwitchExpression(SyntaxNode node)
    {
        var result = builder.NewSlot();
        Emit(new ConstantInstruction(result, null, SpanOf(node)));
        Scoped(() => LowerSwitch(node, result));
        return new Operand(result, null);
    }

    Operand LowerCast(SyntaxNode node)
    {
        var to = frontEnd.Names.TypeOf(node["type"], file, type, method);
        var inner = Unparenthesized(node["value"]);
        var value = inner.Kind == "binary_expression" ? LowerBinary(inner, to) : Lower(inner, to);
        var narrows = IsArithmeticOf(to) ? null : NumberTypes.Narrowing(value.Type, to);
        var slot = builder.NewSlot();
        Emit(to switch
        {
            { Dimensions: 0, Name: "int" or "long" or "short" or "byte" } => new UnaryInstruction(slot, Operator.ToInteger, value.Slot, SpanOf(node), narrows),
            { Dimensions: 0, Name: "float" or "double" } => new UnaryInstruction(slot, Operator.ToFloat, value.Slot, SpanOf(node), narrows),
            { Dimensions: 0, Name: "char" } => new UnaryInstruction(slot, Operator.ToCharacter, value.Slot, SpanOf(node)),
            null => new CopyInstruction(slot, value.Slot, null, SpanOf(node)),
            _ => new CastInstruction(slot, value.Slot, to.Erased, SpanOf(node)),
        });
        return new Operand(slot, to ?? value.Type);
    }

    /// <summary>Whether the last thing done was arithmetic on numbers of a type: a cast to it loses no more than that arithmetic.</summary>
    bool IsArithmeticOf(JavaType? of) => of is not null && builder.Current.Instructions is [.., BinaryInstruction { Type: { } within }] && within == of.Unboxed;

    Operand LowerArrayCreation(SyntaxNode node)
    {
        var element = frontEnd.Names.TypeOf(node["type"], file, type, method) ?? JavaType.Object;
        if (node["value"].Exists) return LowerArrayInitializer(node["value"], element.ToArray(JavaNames.DimensionsIn(node.Child("dimensions")) - 1));
        var sizes = node.Named.ToList().FindAll(c => c.Kind == "dimensions_expr");
        var of = element.ToArray(JavaNames.DimensionsIn(node.Child("dimensions")));
        var lengths = sizes.ConvertAll(s => new ArrayLength(Lower(s.FirstNamed).Slot, Literals.Integer(s.FirstNamed.Text)));
        if (lengths.Count == 0) lengths.Add(new ArrayLength(Instruction.NoSlot, null));
        return new Operand(new NestedArrays(builder, SpanOf(node)).Allocate(of.Erased, [.. lengths]), of.ToArray(lengths.Count));
    }

    Operand LowerArrayInitializer(SyntaxNode node, JavaType? element)
    {
        var elements = node.Named.ToList().ConvertAll(e => LowerInitialValue(e, element).Slot);
        var slot = builder.NewSlot();
        Emit(new AllocateArrayInstruction(slot, element?.Erased ?? "java.lang.Object", [.. elements], Instruction.NoSlot, SpanOf(node)));
        return new Operand(slot, (element ?? JavaType.Object).ToArray());
    }

    Operand LowerArrayAccess(SyntaxNode node)
    {
        var (array, index) = (Lower(node["array"]), Lower(node["index"]));
        var slot = builder.NewSlot();
        Emit(new ReadElementInstruction(slot, array.Slot, index.Slot, SpanOf(node)));
        return new Operand(slot, array.Type?.Element);
    }

    Operand LowerClassLiteral(SyntaxNode node)
    {
        var named = frontEnd.Names.TypeOf(node.FirstNamed, file, type, method);
        var name = new Operand(Constant(named?.Erased ?? node.Text, node), JavaType.String);
        return CallLibrary("java.lang.Class", "forName", null, [name], JavaType.Of("java.lang.Class"), node);
    }
}
