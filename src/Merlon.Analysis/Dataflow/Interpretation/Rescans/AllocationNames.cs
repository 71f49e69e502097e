using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// Names for the places that make objects: the function, what stands there, and which of several alike in that function it is. Other statements
/// added to a function change none of them.
/// </summary>
sealed class AllocationNames(IEnumerable<Function> all, FunctionNames names)
{
    readonly ConcurrentDictionary<SourceFile, Dictionary<Instruction, string>> known = new();
    readonly ILookup<SourceFile, Function> functions = all.ToLookup(f => f.Span.File);

    /// <summary>The name of a place; null when that has none.</summary>
    public string? Of(object? place) => place switch
    {
        Instruction { Span.File: not null } instruction => known.GetOrAdd(instruction.Span.File, Name).GetValueOrDefault(instruction),
        Function function => names.Of(function),
        Callee callee => $"{callee.Kind} {callee} {callee.ResultType} {string.Join(' ', callee.Candidates.Select(names.Of))}",
        string text => text,
        _ => null,
    };

    Dictionary<Instruction, string> Name(SourceFile file)
    {
        var named = new Dictionary<Instruction, string>();
        foreach (var function in functions[file])
        {
            var (counts, name) = (new Dictionary<string, int>(), names.Of(function));
            foreach (var block in function.Blocks)
                foreach (var instruction in block.Instructions)
                    if (KindOf(instruction) is { } kind) named[instruction] = $"{name} {kind} {counts[kind] = counts.GetValueOrDefault(kind) + 1}";
        }
        return named;
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
