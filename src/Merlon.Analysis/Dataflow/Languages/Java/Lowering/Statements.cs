using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Languages.Java.Structures;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

sealed partial class MethodLowering
{
    void LowerStatement(SyntaxNode node)
    {
        builder.Begin(SpanOf(node));
        switch (node.Kind)
        {
            case "block" or "constructor_body":
                Scoped(() => LowerBody(node));
                break;
            case "local_variable_declaration":
                LowerLocals(node);
                break;
            case "expression_statement":
                dropped = node.FirstNamed;
                Scoped(() => Lower(node.FirstNamed));
                dropped = default;
                break;
            case "if_statement":
                LowerIf(node);
                break;
            case "while_statement":
                LowerLoop(node, LoopParts.While(node));
                break;
            case "do_statement":
                LowerLoop(node, LoopParts.Do(node));
                break;
            case "for_statement":
                LowerLoop(node, LoopParts.For(node));
                break;
            case "enhanced_for_statement":
                LowerForEach(node);
                break;
            case "return_statement":
                LowerReturn(node);
                break;
            case "throw_statement":
                Scoped(() => builder.Leave(new ThrowExit(Lower(node.FirstNamed).Slot, SpanOf(node))));
                break;
            case "try_statement" or "try_with_resources_statement":
                LowerTry(node);
                break;
            case "switch_expression" or "switch_statement":
                Scoped(() => LowerSwitch(node, Instruction.NoSlot));
                break;
            case "labeled_statement":
                LowerLabeled(node);
                break;
            case "break_statement" or "continue_statement":
                LowerJump(node);
                break;
            case "yield_statement":
                LowerYield(node);
                break;
            case "synchronized_statement":
                LowerStatement(node["body"]);
                break;
            case "assert_statement":
                Scoped(() => LowerAssert(node.FirstNamed));
                break;
            case ";" or "line_comment" or "block_comment" or "explicit_constructor_invocation":
                break;
            default:
                if (JavaDeclarations.IsClass(node)) DeclareLocalClass(node);
                else LowerUnknownStatement(node);
                break;
        }
    }

    /// <summary>Each part that must hold is shown to the rules as a call of the operator <c>assert</c>; whether assertions are on, nobody knows.</summary>
    void LowerAssert(SyntaxNode condition)
    {
        if (condition.Kind == "parenthesized_expression")
        {
            LowerAssert(condition.FirstNamed);
            return;
        }
        if (condition.Kind == "binary_expression" && condition["operator"].Kind == "&&")
        {
            LowerAssert(condition["left"]);
            LowerAssert(condition["right"]);
            return;
        }
        var truth = Lower(condition);
        Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, JavaFrontEnd.OperatorType, "assert", [], null), Instruction.NoSlot, [truth.Slot], SpanOf(condition)));
        if (VariablesAsked(condition) is { IsEmpty: false } asked) Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, JavaFrontEnd.OperatorType, "assert_about", [], null), Instruction.NoSlot, asked, SpanOf(condition)));
    }

    /// <summary>The variables of which a condition asks a member, as in <c>name.length() > 0</c>.</summary>
    ImmutableArray<int> VariablesAsked(SyntaxNode condition) =>
        [.. Locals.Within(condition).Where(n => n.Kind is "method_invocation" or "field_access" && n["object"].Kind == "identifier").Select(n => FindLocal(n["object"].Text)?.Slot).OfType<int>().Distinct()];

    /// <summary>What the grammar could not read: the statements and expressions inside it still count.</summary>
    void LowerUnknownStatement(SyntaxNode node)
    {
        foreach (var child in node.Named)
            if (child.Kind.EndsWith("_statement", StringComparison.Ordinal) || child.Kind is "local_variable_declaration" or "block") LowerStatement(child);
            else if (child.Kind is "method_invocation" or "assignment_expression" or "object_creation_expression") Scoped(() => Lower(child));
    }

    void LowerLocals(SyntaxNode node)
    {
        var declared = node["type"].Text == "var" ? null : frontEnd.Names.TypeOf(node["type"], file, type, method);
        foreach (var declarator in node.Named)
        {
            if (declarator.Kind != "variable_declarator") continue;
            var of = declared?.ToArray(JavaNames.DimensionsIn(declarator["dimensions"]));
            LowerLocal(declarator, of);
        }
    }

    void LowerLocal(SyntaxNode declarator, JavaType? declared)
    {
        var slot = builder.NewSlot(declarator["name"].Text);
        var inferred = declared;
        if (declarator["value"].Exists)
        {
            var top = builder.Top;
            var value = LowerInitialValue(declarator["value"], declared);
            inferred ??= value.Type;
            if (declarator["value"].Kind == "identifier" && NumberTypes.Unboxes(value.Type, declared)) value = CallLibrary("java.lang.Number", $"{declared!.Name}Value", value, [], declared, declarator["value"]);
            value = AsNumber(value, declared, declarator);
            Emit(new CopyInstruction(slot, value.Slot, declarator["name"].Text, SpanOf(declarator)));
            if (!keepsSlots) builder.Top = top;
        }
        scopes[^1][declarator["name"].Text] = new Local(slot, inferred);
    }

    Operand LowerInitialValue(SyntaxNode value, JavaType? declared) =>
        value.Kind == "array_initializer" ? LowerArrayInitializer(value, declared?.Element) : Lower(value, declared);

    void LowerIf(SyntaxNode node)
    {
        var (then, otherwise, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        Scoped(() =>
        {
            LowerCondition(node["condition"], then, otherwise);
            builder.Start(then);
            Scoped(() => LowerStatement(node["consequence"]));
            builder.Jump(after);
            builder.Start(otherwise);
            if (node["alternative"].Exists) Scoped(() => LowerStatement(node["alternative"]));
            builder.Jump(after);
        });
        DeclarePatternsAfter(node);
        builder.Start(after);
    }

    /// <summary>Variables of patterns in a condition stay visible after it (<c>if (!(o instanceof A a)) return;</c>).</summary>
    void DeclarePatternsAfter(SyntaxNode node)
    {
        foreach (var (name, local) in patternLocals)
            if (FindLocal(name) is null) scopes[^1][name] = local;
        if (node.Parent.Kind is not ("block" or "constructor_body")) patternLocals.Clear();
    }

    void LowerReturn(SyntaxNode node)
    {
        Scoped(() =>
        {
            var value = node.FirstNamed;
            if (value.Exists && IsLogical(value))
            {
                LowerLogicalReturn(value, node);
                return;
            }
            var slot = value.Exists ? Lower(value, method.Result).Slot : Instruction.NoSlot;
            RunFinallies(finallies.Count);
            builder.Leave(new ReturnExit(slot, SpanOf(node)));
        });
    }

    /// <summary>A condition is returned as two returns, so that what it tests is known where each truth value is.</summary>
    void LowerLogicalReturn(SyntaxNode value, SyntaxNode node)
    {
        var (yes, no) = (builder.NewBlock(), builder.NewBlock());
        LowerCondition(value, yes, no);
        foreach (var (block, truth) in new[] { (yes, true), (no, false) })
        {
            builder.Start(block);
            var slot = Constant(truth, node);
            RunFinallies(finallies.Count);
            builder.Leave(new ReturnExit(slot, SpanOf(node)));
        }
    }
}
