using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>What the text of a function puts into its slots, instruction by instruction: constants, named ones among them, and its own parameters.</summary>
sealed class HandedSlots(Function function)
{
    readonly Dictionary<int, object?> slots = [];

    /// <summary>The constant in a slot, or the static field that it was read from; null when it is neither.</summary>
    public object? ConstantIn(int slot) => slots.GetValueOrDefault(slot) is { } item and not Parameter ? item : null;

    /// <summary>The number of the parameter that a slot holds as it was handed over; null when it holds none.</summary>
    public int? ParameterIn(int slot) => ItemIn(slot) is Parameter parameter ? function.Parameters.IndexOf(parameter) : null;

    public void Follow(Instruction instruction)
    {
        if (instruction.Target == Instruction.NoSlot) return;
        slots[instruction.Target] = instruction switch
        {
            ConstantInstruction { Value: not (null or bool) } constant => constant.Value,
            ReadFieldInstruction { Object: Instruction.NoSlot } read => read.Field.ToString(),
            CopyInstruction copy => ItemIn(copy.Source),
            _ => null,
        };
    }

    object? ItemIn(int slot) => slots.TryGetValue(slot, out var item) ? item
        : slot >= function.Offset && slot - function.Offset < function.Parameters.Length ? function.Parameters[slot - function.Offset] : null;
}
