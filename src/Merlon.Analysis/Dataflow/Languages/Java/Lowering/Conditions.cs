using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

sealed partial class MethodLowering
{
    static bool IsLogical(SyntaxNode node) => node.Kind switch
    {
        "parenthesized_expression" => IsLogical(node.FirstNamed),
        "binary_expression" => node["operator"].Kind is "&&" or "||",
        "unary_expression" => node["operator"].Kind == "!" && IsLogical(node["operand"]),
        _ => false,
    };

    /// <summary>Evaluates a condition and goes on at one of two blocks. Each test is a branch of its own.</summary>
    void LowerCondition(SyntaxNode node, Block yes, Block no)
    {
        switch (node.Kind)
        {
            case "parenthesized_expression":
                LowerCondition(node.FirstNamed, yes, no);
                break;
            case "binary_expression" when node["operator"].Kind is "&&" or "||":
                var right = builder.NewBlock();
                if (node["operator"].Kind == "&&") LowerCondition(node["left"], right, no);
                else LowerCondition(node["left"], yes, right);
                builder.Start(right);
                LowerCondition(node["right"], yes, no);
                break;
            case "unary_expression" when node["operator"].Kind == "!":
                LowerCondition(node["operand"], no, yes);
                break;
            case "instanceof_expression":
                LowerInstanceOf(node, yes, no);
                break;
            default:
                builder.Leave(new BranchExit(Lower(node).Slot, yes.Number, no.Number, SpanOf(node)));
                break;
        }
    }

    /// <summary>A condition where a value is wanted.</summary>
    Operand LowerLogical(SyntaxNode node)
    {
        var result = builder.NewSlot();
        var (yes, no, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        LowerCondition(node, yes, no);
        foreach (var (block, truth) in new[] { (yes, true), (no, false) })
        {
            builder.Start(block);
            Emit(new ConstantInstruction(result, truth, SpanOf(node)));
            builder.Jump(after);
        }
        builder.Start(after);
        return new Operand(result, JavaType.Boolean);
    }

    void LowerInstanceOf(SyntaxNode node, Block yes, Block no)
    {
        var subject = Lower(node["left"]);
        if (node["pattern"].Exists)
        {
            LowerPattern(node["pattern"], subject, yes, no);
            return;
        }
        var tested = frontEnd.Names.TypeOf(node["right"], file, type, method) ?? JavaType.Object;
        TestType(subject, tested, node["name"].Exists ? node["name"].Text : null, yes, no, node);
    }

    /// <summary>A type pattern binds its variable; a record pattern binds what its components match.</summary>
    void LowerPattern(SyntaxNode pattern, Operand subject, Block yes, Block no)
    {
        if (pattern.Kind == "pattern") pattern = pattern.FirstNamed;
        var parts = pattern.Named.ToList();
        var tested = frontEnd.Names.TypeOf(parts.Find(p => p.Kind != "modifiers"), file, type, method) ?? JavaType.Object;
        if (pattern.Kind == "type_pattern")
        {
            TestType(subject, tested, parts[^1].Text, yes, no, pattern);
            return;
        }
        var matched = builder.NewBlock();
        TestType(subject, tested, null, matched, no, pattern);
        builder.Start(matched);
        LowerComponents(pattern, subject, tested, no);
        builder.Jump(yes);
    }

    void LowerComponents(SyntaxNode pattern, Operand subject, JavaType record, Block no)
    {
        var components = world.Find(record.Name)?.FieldTypes.ToList() ?? [];
        var patterns = pattern.Child("record_pattern_body").Named.ToList();
        for (var i = 0; i < patterns.Count && i < components.Count; i++)
        {
            var value = new Operand(builder.NewSlot(), components[i].Value);
            Emit(new ReadFieldInstruction(value.Slot, subject.Slot, new FieldReference(record.Name, components[i].Key, components[i].Value.Erased), SpanOf(pattern)));
            if (patterns[i].Kind is "record_pattern")
            {
                var inner = builder.NewBlock();
                LowerPattern(patterns[i], value, inner, no);
                builder.Start(inner);
            }
            else if (patterns[i].Named.ToList() is [.., var name])
            {
                Bind(name.Text, value);
            }
        }
    }

    void TestType(Operand subject, JavaType tested, string? name, Block yes, Block no, SyntaxNode node)
    {
        var isInstance = builder.NewSlot();
        Emit(new TypeTestInstruction(isInstance, subject.Slot, tested.Erased, SpanOf(node)));
        if (name is not null)
        {
            var seen = builder.NewSlot(name);
            Emit(new CastInstruction(seen, subject.Slot, tested.Erased, SpanOf(node)));
            Bind(name, new Operand(seen, tested));
        }
        builder.Leave(new BranchExit(isInstance, yes.Number, no.Number, SpanOf(node)));
    }

    void Bind(string name, Operand value)
    {
        var local = new Local(builder.NewSlot(name), value.Type);
        Emit(new CopyInstruction(local.Slot, value.Slot, name, builder.Current.Instructions is [.., var last] ? last.Span : default));
        scopes[^1][name] = local;
        keepsSlots = true;
        patternLocals[name] = local;
    }
}
