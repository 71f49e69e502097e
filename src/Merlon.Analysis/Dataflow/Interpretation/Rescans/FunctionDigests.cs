using System.Globalization;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// What each function of a program is: how it is declared, its code, and what its calls name. Where it stands is no part of that, so that a
/// line added before a function changes nothing; which of its instructions share a place is.
/// </summary>
sealed class FunctionDigests
{
    readonly FunctionNames names;
    readonly Lazy<Dictionary<Span, Function>> twins;

    /// <param name="all">All functions, in the order of the program.</param>
    public FunctionDigests(FunctionNames names, IEnumerable<Function> all)
    {
        this.names = names;
        twins = new(() => FirstOfEachPlace(all));
    }

    /// <summary>The digest of a function's code; of a name that no function has, zero.</summary>
    public UInt128 Of(string name)
    {
        if (names.Find(name) is not { } function) return 0;
        return (function.Digest ??= new CodeDigest(DigestOf(function))).Value;
    }

    static Dictionary<Span, Function> FirstOfEachPlace(IEnumerable<Function> all)
    {
        var first = new Dictionary<Span, Function>();
        foreach (var function in all) first.TryAdd(function.Span, function);
        return first;
    }

    UInt128 DigestOf(Function function)
    {
        using var digest = new Digest();
        AddDeclaration(digest, function);
        // What stands in a finally is lowered more than once: two functions of one place are told apart from two of two places.
        digest.Add(twins.Value.TryGetValue(function.Span, out var twin) ? names.Of(twin) : null).Add(function.SlotCount);
        foreach (var (slot, variable) in function.SlotNames) digest.Add(slot).Add(variable);
        AddCode(digest, function);
        foreach (var block in function.DoubtedBlocks) digest.Add(block);
        return digest.Take();
    }

    /// <summary>All but the code.</summary>
    public void AddDeclaration(Digest digest, Function function)
    {
        digest.Add(names.Of(function)).Add(function.IsStatic).Add(function.IsAbstract).Add(function.IsPublic).Add(function.IsClosure).Add(function.IsVariadic)
            .Add(function.HasBody).Add(function.Captures).Add(function.ResultType).Add(function.Annotations);
        foreach (var parameter in function.Parameters) digest.Add(parameter.Name).Add(parameter.Annotations);
    }

    void AddCode(Digest digest, Function function)
    {
        var places = new FunctionPlaces(function);
        foreach (var block in function.Blocks)
        {
            digest.Add(block.Instructions.Count);
            foreach (var instruction in block.Instructions)
            {
                AddPlace(digest, instruction.Span, function, places);
                Add(digest.Add(instruction.Target), instruction);
            }
            digest.Add(block.Handlers.Length);
            foreach (var handler in block.Handlers) digest.Add(handler.Types).Add(handler.Slot).Add(handler.Block);
            AddPlace(digest, block.Exit.Span, function, places);
            Add(digest, block.Exit);
        }
    }

    static void AddPlace(Digest digest, Span span, Function function, FunctionPlaces places)
    {
        digest.Add(places.NumberOf(span)!.Value);
        if (!ReferenceEquals(span.File, function.Span.File)) digest.Add(span.File?.Path);
    }

    static void Add(Digest digest, Exit exit) => _ = exit switch
    {
        JumpExit jump => digest.Add(1).Add(jump.Block),
        BranchExit branch => digest.Add(2).Add(branch.Condition).Add(branch.WhenTrue).Add(branch.WhenFalse),
        ReturnExit back => digest.Add(3).Add(back.Slot),
        ThrowExit thrown => digest.Add(4).Add(thrown.Slot),
        _ => throw new InvalidOperationException($"{exit.GetType().Name} has no digest."),
    };

    void Add(Digest digest, Instruction instruction) => _ = instruction switch
    {
        ConstantInstruction constant => Constant(digest.Add(1), constant.Value).Add(constant.IsImplied),
        CopyInstruction copy => digest.Add(2).Add(copy.Source).Add(copy.Name),
        UnaryInstruction unary => digest.Add(3).Add((int)unary.Operator).Add(unary.Source).Add(unary.Narrows?.From).Add(unary.Narrows?.To),
        BinaryInstruction binary => digest.Add(4).Add((int)binary.Operator).Add(binary.Left).Add(binary.Right).Add(binary.Type).Add(binary.Limits),
        CastInstruction cast => digest.Add(5).Add(cast.Source).Add(cast.Type),
        TypeTestInstruction test => digest.Add(6).Add(test.Source).Add(test.Type),
        ReadFieldInstruction read => Field(digest.Add(7).Add(read.Object), read.Field),
        WriteFieldInstruction write => Field(digest.Add(8).Add(write.Object).Add(write.Value), write.Field),
        ReadElementInstruction read => digest.Add(9).Add(read.Array).Add(read.Index),
        WriteElementInstruction write => digest.Add(10).Add(write.Array).Add(write.Index).Add(write.Value),
        AllocateInstruction allocate => digest.Add(11).Add(allocate.Type),
        AllocateArrayInstruction allocate => digest.Add(12).Add(allocate.ElementType).Add(allocate.Length).Add(allocate.Elements),
        ClosureInstruction closure => digest.Add(13).Add(names.Of(closure.Function)).Add(closure.Type).Add(closure.Captured),
        CallInstruction call => Callee(digest.Add(14).Add(call.Receiver).Add(call.Arguments), call.Callee),
        UnknownInstruction unknown => digest.Add(15).Add(unknown.Inputs),
        _ => throw new InvalidOperationException($"{instruction.GetType().Name} has no digest."),
    };

    static Digest Constant(Digest digest, object? value) => digest.Add(value?.GetType().Name).Add(Convert.ToString(value, CultureInfo.InvariantCulture));

    static Digest Field(Digest digest, FieldReference field) => digest.Add(field.Owner).Add(field.Name).Add(field.Type);

    Digest Callee(Digest digest, Callee callee)
    {
        digest.Add((int)callee.Kind).Add(callee.Type).Add(callee.Name).Add(callee.ResultType).Add(callee.Candidates.Length);
        foreach (var candidate in callee.Candidates) digest.Add(names.Of(candidate));
        return digest;
    }
}
