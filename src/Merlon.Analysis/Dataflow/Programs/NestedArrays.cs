using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>The length of one dimension: the slot that holds it, and the number where the program states it.</summary>
readonly record struct ArrayLength(int Slot, long? Stated);

/// <summary>
/// Arrays of arrays made at once, <c>new T[2][3]</c>: each row an array of its own where there are few and their number is stated,
/// else rows made in a loop.
/// </summary>
sealed class NestedArrays(FunctionBuilder builder, Span span)
{
    const long MostRows = 16;

    /// <summary>A slot that holds the array, its outermost dimension first.</summary>
    /// <param name="element">The type of what the innermost arrays hold.</param>
    public int Allocate(string element, ReadOnlySpan<ArrayLength> lengths) => Allocate(element, lengths, MostRows);

    int Allocate(string element, ReadOnlySpan<ArrayLength> lengths, long rows)
    {
        if (lengths.Length == 1) return Allocate(element, [], lengths[0].Slot);
        var row = element + string.Concat(Enumerable.Repeat("[]", lengths.Length - 1));
        if (lengths[0].Stated is not (> 0 and var count) || count > rows) return Filled(Allocate(row, [], lengths[0].Slot), element, lengths[1..]);
        var elements = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < count; i++) elements.Add(Allocate(element, lengths[1..], rows / count));
        return Allocate(row, elements.ToImmutable(), Instruction.NoSlot);
    }

    int Allocate(string element, ImmutableArray<int> elements, int length)
    {
        var slot = builder.NewSlot();
        builder.Emit(new AllocateArrayInstruction(slot, element, elements, length, span));
        return slot;
    }

    int Filled(int array, string element, ReadOnlySpan<ArrayLength> lengths)
    {
        var (head, body, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        builder.Jump(head, span);
        builder.Start(head);
        builder.Leave(new BranchExit(Unknown(), body.Number, after.Number, span));
        builder.Start(body);
        builder.Emit(new WriteElementInstruction(array, Unknown(), Allocate(element, lengths, 0), span));
        builder.Jump(head, span);
        builder.Start(after);
        return array;
    }

    int Unknown()
    {
        var slot = builder.NewSlot();
        builder.Emit(new UnknownInstruction(slot, [], span));
        return slot;
    }
}
