using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Looks once at each node of a class's members and notes what is written in a way that rules may be about. What needs types of
/// expressions is seen while these are lowered (<see cref="ComparisonStructures"/>).
/// </summary>
sealed class StructureWalker
{
    /// <summary>In bytes. What is asked of one statement may look at all others of its method.</summary>
    const int LongestMethod = 65_536;

    readonly JavaFile file;
    readonly Function function;

    StructureWalker(JavaFile file, Function function) => (this.file, this.function) = (file, function);

    public static void Observe(JavaClass type)
    {
        TypeStructures.Observe(type);
        MemberStructures.Observe(type);
        if (ReferenceEquals(type.File.Classes[0], type)) UnsetFields.Observe(type.File);
        var hasLocks = type.File.Mentions("lock()") || type.File.Mentions("synchronized");
        var locks = new LockOrder(NoteOfType);
        foreach (var method in type.Methods)
        {
            if (!method.Node.Exists || method.Function.IsTooLong || method.Node.End - method.Node.Start > LongestMethod) continue;
            var walker = new StructureWalker(type.File, method.Function);
            walker.Walk(method.Node["body"]);
            MethodStructures.Observe(type, method, walker.Note);
            if (hasLocks) locks.Observe(method.Node["body"]);
            foreach (var dead in DeadStores.In(method.Function)) method.Function.Constructs.Add(new Construct("unused-value", dead));
        }
        locks.Finish();
        void NoteOfType(string name, SyntaxNode node) => type.Declaration.Constructs.Add(new Construct(name, type.File.SpanOf(node)));
        new SharedWrites(type).Observe(NoteOfType);
        GuardedFields.Observe(type, NoteOfType);
        ConstructPlaces.Settle(type.Declaration.Constructs, type.Declaration.Functions);
        if (ReferenceEquals(type.File.Classes[0], type)) type.Declaration.Constructs.AddRange(SuspiciousComments.In(type.File.Source));
    }

    void Note(string structure, SyntaxNode node) => function.Constructs.Add(new Construct(structure, file.SpanOf(node)));

    void Walk(SyntaxNode node)
    {
        Look(node);
        EmptyStructures.Observe(node, Note);
        foreach (var child in node.Named)
            if (child.Kind is not ("class_body" or "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration")) Walk(child);
    }

    void ObserveBranch(SyntaxNode conditional)
    {
        DecidedLocals.Observe(conditional["condition"], Note);
        DecisionStructures.Observe(conditional, Note);
        DebugSwitches.Observe(conditional, Note);
        LogicBombs.Observe(conditional, Note);
        LoginStructures.ObserveAccount(conditional, Note);
    }

    void Look(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case "catch_clause":
                ExceptionStructures.ObserveCatch(node, Note);
                break;
            case "throw_statement":
                ExceptionStructures.ObserveThrow(node, Note);
                break;
            case "finally_clause":
                ExceptionStructures.ObserveFinally(node, Note);
                break;
            case "if_statement" or "while_statement" or "for_statement" or "do_statement":
                ConditionStructures.Observe(node, Note);
                if (node.Kind == "if_statement") ObserveBranch(node);
                else LoopEnds.Observe(node, Note);
                break;
            case "switch_expression" or "switch_statement":
                SwitchStructures.Observe(node, Note);
                break;
            case "synchronized_statement":
                LockStructures.ObserveSynchronized(node, Note);
                break;
            case "method_invocation":
                InvocationStructures.Observe(node, Note);
                break;
            case "expression_statement":
                ServerStructures.ObserveStatement(node, Note);
                break;
            case "binary_expression":
                InvocationStructures.ObserveComparison(node, Note);
                FlagComparisons.Observe(node, Note);
                OperatorStructures.Observe(node, Note);
                break;
            case "block":
                NullStructures.ObserveBlock(node, Note);
                ClosedResources.Observe(node, Note);
                LostHandles.Observe(node, Note);
                break;
        }
    }
}
