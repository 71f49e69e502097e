using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// What each function of a program is: its code with all places, what its calls name, and what the call graph says that can be reached from
/// it. Functions are known by their place and signature.
/// </summary>
sealed class FunctionDigests
{
    readonly Dictionary<string, UInt128> digests = [];
    readonly Dictionary<string, Function> functions = [];
    readonly Dictionary<Function, string> names = [];
    readonly Dictionary<string, int> places = [];

    public FunctionDigests(Application application)
    {
        foreach (var function in application.Reach.Functions) Name(function);
        using var digest = new Digest();
        foreach (var (name, function) in functions)
        {
            digest.Add((long)application.Reach.Of(function)).Add(application.Reach.MattersAlone(function));
            Add(digest, function);
            digests[name] = digest.Take();
        }
    }

    /// <summary>What a function is known by; one text for each, so that what is kept of many runs stays small.</summary>
    public string NameOf(Function function) => names.TryGetValue(function, out var name) ? name : Place(function);

    static string Place(Function function) => $"{function.Span.File.Path}:{function.Span.Start}-{function.Span.End} {function}";

    /// <summary>What stands in a <c>finally</c> is lowered more than once: functions of one place are counted in their order.</summary>
    void Name(Function function)
    {
        var place = Place(function);
        var count = places[place] = places.GetValueOrDefault(place) + 1;
        var name = count == 1 ? place : $"{place} #{count}";
        functions.Add(name, function);
        names.Add(function, name);
    }

    public UInt128 Of(string key) => digests.GetValueOrDefault(key);

    public Function? Find(string key) => functions.GetValueOrDefault(key);

    void Add(Digest digest, Function function)
    {
        digest.Add(NameOf(function)).Add(function.SlotCount).Add(function.Captures).Add(function.ResultType).Add(function.IsStatic).Add(function.IsVariadic);
        foreach (var (slot, name) in function.SlotNames) digest.Add(slot).Add(name);
        foreach (var block in function.Blocks)
        {
            digest.Add(block.Instructions.Count);
            foreach (var instruction in block.Instructions) Add(digest, instruction);
            foreach (var handler in block.Handlers) digest.Add(handler.Types).Add(handler.Slot).Add(handler.Block);
            Add(digest, block.Exit);
        }
    }

    static void Add(Digest digest, Exit exit)
    {
        _ = exit switch
        {
            JumpExit jump => digest.Add(1).Add(jump.Block),
            BranchExit branch => digest.Add(2).Add(branch.Condition).Add(branch.WhenTrue).Add(branch.WhenFalse),
            ReturnExit back => digest.Add(3).Add(back.Slot),
            ThrowExit thrown => digest.Add(4).Add(thrown.Slot),
            _ => digest.Add(exit.ToString()),
        };
        Add(digest, exit.Span);
    }

    static void Add(Digest digest, Span span)
    {
        if (span.File is not null) digest.Add(span.File.Path).Add(span.Start).Add(span.End);
    }

    void Add(Digest digest, Instruction instruction)
    {
        digest.Add(instruction.GetType().Name).Add(instruction.Target);
        Add(digest, instruction.Span);
        _ = instruction switch
        {
            ConstantInstruction constant => digest.Add(constant.Value?.GetType().Name).Add(Convert.ToString(constant.Value, System.Globalization.CultureInfo.InvariantCulture)).Add(constant.IsImplied),
            CopyInstruction copy => digest.Add(copy.Source).Add(copy.Name),
            UnaryInstruction unary => digest.Add((long)unary.Operator).Add(unary.Source).Add(unary.Narrows?.ToString()),
            BinaryInstruction binary => digest.Add((long)binary.Operator).Add(binary.Left).Add(binary.Right).Add(binary.Type).Add(binary.Limits),
            CastInstruction cast => digest.Add(cast.Source).Add(cast.Type),
            TypeTestInstruction test => digest.Add(test.Source).Add(test.Type),
            ReadFieldInstruction read => Field(digest.Add(read.Object), read.Field),
            WriteFieldInstruction write => Field(digest.Add(write.Object).Add(write.Value), write.Field),
            ReadElementInstruction read => digest.Add(read.Array).Add(read.Index),
            WriteElementInstruction write => digest.Add(write.Array).Add(write.Index).Add(write.Value),
            AllocateInstruction allocate => digest.Add(allocate.Type),
            AllocateArrayInstruction allocate => digest.Add(allocate.ElementType).Add(allocate.Length).Add(allocate.Elements),
            ClosureInstruction closure => digest.Add(NameOf(closure.Function)).Add(closure.Type).Add(closure.Captured),
            CallInstruction call => Callee(digest.Add(call.Receiver).Add(call.Arguments), call.Callee),
            UnknownInstruction unknown => digest.Add(unknown.Inputs),
            _ => throw new InvalidOperationException($"{instruction.GetType().Name} has no digest."),
        };
    }

    static Digest Field(Digest digest, FieldReference field) => digest.Add(field.Owner).Add(field.Name).Add(field.Type);

    Digest Callee(Digest digest, Callee callee)
    {
        digest.Add((long)callee.Kind).Add(callee.Type).Add(callee.Name).Add(callee.ResultType).Add(callee.Candidates.Length);
        foreach (var candidate in callee.Candidates) digest.Add(NameOf(candidate));
        return digest;
    }
}
