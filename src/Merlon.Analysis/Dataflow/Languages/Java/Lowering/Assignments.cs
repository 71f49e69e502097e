using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

sealed partial class MethodLowering
{
    Operand LowerAssignment(SyntaxNode node)
    {
        var (left, op) = (Unparenthesized(node["left"]), node["operator"].Kind);
        if (op == "=") return Store(left, () => Lower(node["right"], TypeOfTarget(left)), node);
        return Store(left, () =>
        {
            var (before, added) = (Lower(left), Lower(node["right"]));
            var slot = builder.NewSlot();
            var binary = OperatorOf(op[..^1], before.Type, added.Type);
            Emit(new BinaryInstruction(slot, binary, before.Slot, added.Slot, SpanOf(node), NumberTypes.RangeOf(binary, before.Type, added.Type, before.Type, IsLiteral(node["right"]))));
            return new Operand(slot, before.Type);
        }, node);
    }

    Operand LowerUpdate(SyntaxNode node)
    {
        var target = Unparenthesized(node.FirstNamed);
        var isPrefix = !node.All.ToList()[0].IsNamed;
        var isIncrement = node.Text.Contains("++", StringComparison.Ordinal);
        var before = builder.NewSlot();
        var read = Lower(target);
        Emit(new CopyInstruction(before, read.Slot, null, SpanOf(node)));
        var after = Store(target, () =>
        {
            var slot = builder.NewSlot();
            var op = isIncrement ? Operator.Add : Operator.Subtract;
            Emit(new BinaryInstruction(slot, op, before, Constant(1L, node), SpanOf(node), NumberTypes.RangeOf(op, read.Type, read.Type, read.Type, isRightWritten: true)));
            return new Operand(slot, read.Type ?? JavaType.Int);
        }, node);
        return isPrefix ? after : new Operand(before, read.Type ?? JavaType.Int);
    }

    /// <summary>What has no type of its own, such as the result of a library's method that nobody described, is a number where it goes into a variable of such a type.</summary>
    Operand AsNumber(Operand value, JavaType? into, SyntaxNode node)
    {
        if (value.Type is not null || into is not { Dimensions: 0, Name: "int" or "long" or "short" or "float" or "double" }) return value;
        var slot = builder.NewSlot();
        Emit(new UnaryInstruction(slot, into.Name is "float" or "double" ? Operator.ToFloat : Operator.ToInteger, value.Slot, SpanOf(node)));
        Emit(new CastInstruction(slot, slot, into.Name, SpanOf(node)));
        return new Operand(slot, into);
    }

    static SyntaxNode Unparenthesized(SyntaxNode node) => node.Kind == "parenthesized_expression" ? Unparenthesized(node.FirstNamed) : node;

    JavaType? TypeOfTarget(SyntaxNode target)
    {
        if (target.Kind != "identifier") return null;
        return FindLocal(target.Text) is { } local ? local.Type : world.FindField(type.Name, target.Text)?.Type;
    }

    /// <summary>Evaluates a value and stores it into a variable, field or element.</summary>
    Operand Store(SyntaxNode target, Func<Operand> evaluate, SyntaxNode node)
    {
        switch (target.Kind)
        {
            case "identifier" when FindLocal(target.Text) is { } local:
                var value = AsNumber(evaluate(), local.Type, node);
                Emit(new CopyInstruction(local.Slot, value.Slot, target.Text, SpanOf(node)));
                return new Operand(local.Slot, local.Type ?? value.Type);
            case "array_access":
                var (array, index) = (Lower(target["array"]), Lower(target["index"]));
                var element = evaluate();
                Emit(new WriteElementInstruction(array.Slot, index.Slot, element.Slot, SpanOf(node)));
                return element;
            case "identifier":
                return StoreSimpleField(target.Text, evaluate(), node);
            case "field_access":
                return StoreField(target, evaluate, node);
            default:
                return evaluate();
        }
    }

    Operand StoreSimpleField(string name, Operand value, SyntaxNode node)
    {
        var self = thisSlot;
        for (var around = type; around is not null; around = around.Outer)
        {
            if (world.FindField(around.Name, name) is { } field)
            {
                Emit(new WriteFieldInstruction(field.IsStatic ? Instruction.NoSlot : self, new FieldReference(field.Owner.Name, name, field.Type.Erased), value.Slot, SpanOf(node)));
                return value;
            }
            self = around.IsInner && self >= 0 ? Outer(self, around, node) : Instruction.NoSlot;
        }
        if (thisSlot >= 0) Emit(new WriteFieldInstruction(thisSlot, new FieldReference(null, name, null), value.Slot, SpanOf(node)));
        return value;
    }

    Operand StoreField(SyntaxNode target, Func<Operand> evaluate, SyntaxNode node)
    {
        var name = target["field"].Text;
        var owner = target["object"].Kind is "this" or "super" ? null : TypeNamed(target["object"]);
        if (owner is not null)
        {
            var stored = evaluate();
            var declared = world.FindField(owner, name);
            Emit(new WriteFieldInstruction(Instruction.NoSlot, new FieldReference(declared?.Owner.Name ?? owner, name, declared?.Type.Erased), stored.Slot, SpanOf(node)));
            return stored;
        }
        var obj = target["object"].Kind == "super" ? new Operand(thisSlot, JavaType.Of(type.Name)) : Lower(target["object"]);
        var value = evaluate();
        var found = obj.Type is { } of ? world.FindField(of.Name, name) : null;
        var reference = new FieldReference(found?.Owner.Name ?? obj.Type?.Erased, name, found?.Type.Erased);
        Emit(new WriteFieldInstruction(found?.IsStatic == true ? Instruction.NoSlot : obj.Slot, reference, value.Slot, SpanOf(node)));
        return value;
    }
}
