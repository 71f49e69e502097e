using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// Names for the places that make objects: the function, what stands there, and which of several alike in that function it is. Other statements
/// added to a function change none of them.
/// </summary>
sealed class AllocationNames(IEnumerable<Function> all, FunctionNames names)
{
    readonly ConcurrentDictionary<SourceFile, Dictionary<Instruction, AllocationName>> known = new();
    readonly ConcurrentDictionary<Function, Dictionary<(string, int), Instruction>> instructions = new();
    readonly Lazy<ILookup<SourceFile, Function>> functions = new(() => all.ToLookup(f => f.Span.File));

    /// <summary>The name of a place; null when that has none.</summary>
    public string? Of(object? place) => place switch
    {
        Instruction instruction => NameOf(instruction)?.ToString(),
        Function function => names.Of(function),
        Callee callee => $"{callee.Kind} {callee} {callee.ResultType} {string.Join(' ', callee.Candidates.Select(names.Of))}",
        string text => text,
        _ => null,
    };

    public AllocationName? NameOf(Instruction instruction) =>
        instruction.Span.File is { } file && known.GetOrAdd(file, Name).TryGetValue(instruction, out var name) ? name : null;

    /// <summary>The instruction of that name; null when there is none.</summary>
    public Instruction? Find(AllocationName name) =>
        names.Find(name.Function) is { HasBody: true } function ? instructions.GetOrAdd(function, f => Named(f).ToDictionary(n => (n.Kind, n.Number), n => n.Instruction)).GetValueOrDefault((name.Kind, name.Number)) : null;

    Dictionary<Instruction, AllocationName> Name(SourceFile file)
    {
        var named = new Dictionary<Instruction, AllocationName>();
        foreach (var function in functions.Value[file])
            foreach (var (instruction, kind, number) in Named(function)) named[instruction] = new AllocationName(names.Of(function), kind, number);
        return named;
    }

    static IEnumerable<(Instruction Instruction, string Kind, int Number)> Named(Function function)
    {
        var counts = new Dictionary<string, int>();
        foreach (var block in function.Blocks)
            foreach (var instruction in block.Instructions)
                if (KindOf(instruction) is { } kind) yield return (instruction, kind, counts[kind] = counts.GetValueOrDefault(kind) + 1);
    }

    static string? KindOf(Instruction instruction) => instruction switch
    {
        AllocateInstruction allocate => "new " + allocate.Type,
        AllocateArrayInstruction allocate => "array " + allocate.ElementType,
        ClosureInstruction closure => "closure " + closure.Type,
        CallInstruction call => "call " + call.Callee,
        BinaryInstruction or UnaryInstruction or ReadFieldInstruction or ReadElementInstruction => instruction.GetType().Name,
        _ => null,
    };
}

/// <summary>The name of an instruction that makes objects.</summary>
/// <param name="Function">The name of its function.</param>
/// <param name="Kind">What it does, and to what.</param>
/// <param name="Number">Which one of its kind it is, from 1.</param>
readonly record struct AllocationName(string Function, string Kind, int Number)
{
    public override string ToString() => $"{Function} {Kind} {Number}";
}
