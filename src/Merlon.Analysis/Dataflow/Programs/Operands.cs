using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>The slots that an instruction reads.</summary>
static class Operands
{
    public static ImmutableArray<int> Of(Instruction instruction) => instruction switch
    {
        CopyInstruction copy => [copy.Source],
        UnaryInstruction unary => [unary.Source],
        BinaryInstruction binary => [binary.Left, binary.Right],
        CastInstruction cast => [cast.Source],
        TypeTestInstruction test => [test.Source],
        ReadFieldInstruction read => [read.Object],
        WriteFieldInstruction write => [write.Object, write.Value],
        ReadElementInstruction read => [read.Array, read.Index],
        WriteElementInstruction write => [write.Array, write.Index, write.Value],
        AllocateArrayInstruction allocate => allocate.Elements.Add(allocate.Length),
        ClosureInstruction closure => closure.Captured,
        CallInstruction call => call.Arguments.Add(call.Receiver),
        UnknownInstruction unknown => unknown.Inputs,
        _ => [],
    };
}
