using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

/// <summary>The parts of a loop, whichever statement writes them.</summary>
readonly record struct LoopParts(List<SyntaxNode> Before, SyntaxNode Condition, List<SyntaxNode> Update, SyntaxNode Body, bool TestsLast)
{
    public static LoopParts While(SyntaxNode node) => new([], node["condition"], [], node["body"], false);

    public static LoopParts Do(SyntaxNode node) => new([], node["condition"], [], node["body"], true);

    public static LoopParts For(SyntaxNode node) => new(InField(node, "init"), node["condition"], InField(node, "update"), node["body"], false);

    static List<SyntaxNode> InField(SyntaxNode node, string field) => node.Named.ToList().FindAll(c => c.Field == field);
}

sealed partial class MethodLowering
{
    readonly List<JumpTarget> targets = [];
    string? pendingLabel;
    bool isLoopCondition;

    /// <summary>Where <c>break</c> and <c>continue</c> go; <c>yield</c> stores into the slot.</summary>
    sealed record JumpTarget(string? Label, Block Break, Block? Continue, int Finallies, int YieldSlot, bool IsSwitch);

    void LowerLoop(SyntaxNode node, LoopParts parts) => Scoped(() =>
    {
        var label = TakeLabel();
        foreach (var part in parts.Before)
            if (part.Kind == "local_variable_declaration") LowerStatement(part);
            else Lower(part);
        var (head, body, latch, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        builder.Jump(parts.TestsLast ? body : head, SpanOf(node));
        builder.Start(head);
        Test(parts.Condition, body, after);
        builder.Start(body);
        targets.Add(new JumpTarget(label, after, latch, finallies.Count, Instruction.NoSlot, false));
        Scoped(() => LowerStatement(parts.Body));
        targets.RemoveAt(targets.Count - 1);
        builder.Jump(latch);
        builder.Start(latch);
        foreach (var update in parts.Update) Scoped(() => Lower(update));
        builder.Jump(head);
        builder.Start(after);
    });

    void Test(SyntaxNode condition, Block yes, Block no)
    {
        isLoopCondition = true;
        if (condition.Exists) Scoped(() => LowerCondition(condition, yes, no));
        else builder.Jump(yes);
        isLoopCondition = false;
    }

    /// <summary>Over an array by index, over anything else by its iterator.</summary>
    void LowerForEach(SyntaxNode node) => Scoped(() =>
    {
        var label = TakeLabel();
        var collection = Lower(node["value"]);
        var declared = node["type"].Text == "var" ? collection.Type?.Element : frontEnd.Names.TypeOf(node["type"], file, type, method);
        var isArray = collection.Type is { Dimensions: > 0 };
        var position = isArray ? Constant(0L, node) : CallLibrary("java.lang.Iterable", "iterator", collection, [], JavaType.Of("java.util.Iterator"), node["value"]).Slot;
        var (head, body, latch, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        builder.Jump(head, SpanOf(node));
        builder.Start(head);
        Scoped(() => builder.Leave(new BranchExit(HasNext(isArray, position, collection, node), body.Number, after.Number, SpanOf(node))));
        builder.Start(body);
        targets.Add(new JumpTarget(label, after, latch, finallies.Count, Instruction.NoSlot, false));
        Scoped(() =>
        {
            var variable = Declare(node["name"].Text, declared);
            Emit(new CopyInstruction(variable.Slot, TakeNext(isArray, position, collection, declared, node), node["name"].Text, SpanOf(node["name"])));
            LowerStatement(node["body"]);
        });
        targets.RemoveAt(targets.Count - 1);
        builder.Jump(latch);
        builder.Start(latch);
        if (isArray) Scoped(() => Emit(new BinaryInstruction(position, Operator.Add, position, Constant(1L, node), SpanOf(node["value"]))));
        builder.Jump(head);
        builder.Start(after);
    });

    int HasNext(bool isArray, int position, Operand collection, SyntaxNode node)
    {
        if (!isArray) return CallLibrary("java.util.Iterator", "hasNext", new Operand(position, null), [], JavaType.Boolean, node["value"]).Slot;
        var (length, more) = (builder.NewSlot(), builder.NewSlot());
        Emit(new UnaryInstruction(length, Operator.Length, collection.Slot, SpanOf(node["value"])));
        Emit(new BinaryInstruction(more, Operator.Less, position, length, SpanOf(node["value"])));
        return more;
    }

    int TakeNext(bool isArray, int position, Operand collection, JavaType? declared, SyntaxNode node)
    {
        if (!isArray) return CallLibrary("java.util.Iterator", "next", new Operand(position, null), [], declared, node["value"]).Slot;
        var element = builder.NewSlot();
        Emit(new ReadElementInstruction(element, collection.Slot, position, SpanOf(node["value"])));
        return element;
    }

    string? TakeLabel()
    {
        var label = pendingLabel;
        pendingLabel = null;
        return label;
    }

    void LowerLabeled(SyntaxNode node)
    {
        var children = node.Named.ToList();
        if (children is not [var label, .., var statement]) return;
        if (statement.Kind is "while_statement" or "do_statement" or "for_statement" or "enhanced_for_statement")
        {
            pendingLabel = label.Text;
            LowerStatement(statement);
            return;
        }
        var after = builder.NewBlock();
        targets.Add(new JumpTarget(label.Text, after, null, finallies.Count, Instruction.NoSlot, false));
        LowerStatement(statement);
        targets.RemoveAt(targets.Count - 1);
        builder.Jump(after);
        builder.Start(after);
    }

    void LowerJump(SyntaxNode node)
    {
        var label = node.FirstNamed.Exists ? node.FirstNamed.Text : null;
        var isBreak = node.Kind == "break_statement";
        var target = targets.FindLast(t => label is not null ? t.Label == label : isBreak ? t.Label is null || t.Continue is not null || t.IsSwitch : t.Continue is not null);
        if (target is null) return;
        RunFinallies(finallies.Count - target.Finallies);
        builder.Jump(isBreak ? target.Break : target.Continue ?? target.Break, SpanOf(node));
    }

    void LowerYield(SyntaxNode node)
    {
        if (targets.FindLast(t => t.IsSwitch) is not { } target) return;
        Scoped(() => Emit(new CopyInstruction(target.YieldSlot, Lower(node.FirstNamed).Slot, null, SpanOf(node))));
        builder.Jump(target.Break, SpanOf(node));
    }

    /// <summary>A switch, as statement or (with a slot for its value) as expression: a chain of tests, then the bodies.</summary>
    void LowerSwitch(SyntaxNode node, int resultSlot)
    {
        var subject = Lower(node["condition"]);
        var after = builder.NewBlock();
        var groups = node["body"].Named.ToList().FindAll(g => g.Kind is "switch_block_statement_group" or "switch_rule");
        var bodies = groups.ConvertAll(_ => builder.NewBlock());
        Block? fallback = null;
        for (var i = 0; i < groups.Count; i++)
            foreach (var label in groups[i].Named)
            {
                if (label.Kind != "switch_label") continue;
                if (label.Child("default").Exists) fallback = bodies[i];
                LowerLabel(label, subject, bodies[i]);
            }
        builder.Jump(fallback ?? after, SpanOf(node));
        targets.Add(new JumpTarget(null, after, null, finallies.Count, resultSlot, true));
        for (var i = 0; i < groups.Count; i++) LowerGroup(groups[i], bodies[i], i + 1 < bodies.Count ? bodies[i + 1] : after, after, resultSlot);
        targets.RemoveAt(targets.Count - 1);
        builder.Start(after);
    }

    void LowerLabel(SyntaxNode label, Operand subject, Block body)
    {
        foreach (var value in label.Named)
        {
            var next = builder.NewBlock();
            if (value.Kind is "pattern" or "type_pattern" or "record_pattern") LowerPattern(value, subject, body, next);
            else if (value.Kind == "guard") continue;
            else
            {
                Scoped(() =>
                {
                    var constant = LowerLabelConstant(value, subject.Type);
                    var equal = builder.NewSlot();
                    Emit(new BinaryInstruction(equal, Operator.Equal, subject.Slot, constant, SpanOf(value)));
                    builder.Leave(new BranchExit(equal, body.Number, next.Number, SpanOf(value)));
                });
            }
            builder.Start(next);
        }
    }

    /// <summary>The bare name of an enum's constant means that constant.</summary>
    int LowerLabelConstant(SyntaxNode value, JavaType? subject)
    {
        if (value.Kind != "identifier" || subject is null || world.FindField(subject.Name, value.Text) is not { IsStatic: true } constant) return Lower(value).Slot;
        var slot = builder.NewSlot();
        Emit(new ReadFieldInstruction(slot, Instruction.NoSlot, new FieldReference(constant.Owner.Name, value.Text, constant.Type.Erased), SpanOf(value)));
        return slot;
    }

    void LowerGroup(SyntaxNode group, Block body, Block next, Block after, int resultSlot)
    {
        builder.Start(body);
        Scoped(() =>
        {
            foreach (var (name, local) in patternLocals) scopes[^1].TryAdd(name, local);
            foreach (var child in group.Named)
            {
                if (child.Kind == "switch_label") continue;
                if (group.Kind == "switch_rule" && child.Kind == "expression_statement" && resultSlot >= 0)
                    Emit(new CopyInstruction(resultSlot, Lower(child.FirstNamed).Slot, null, SpanOf(child)));
                else LowerStatement(child);
            }
        });
        builder.Jump(group.Kind == "switch_rule" ? after : next);
    }
}
