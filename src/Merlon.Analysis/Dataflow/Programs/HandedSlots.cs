namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>What the text of a function puts into its slots, instruction by instruction: constants, named ones among them, and its own parameters.</summary>
sealed class HandedSlots(Function function)
{
    readonly Dictionary<int, object?> slots = [];

    /// <summary>The arguments of a call that are constants or parameters.</summary>
    public IEnumerable<HandedArgument> Of(CallInstruction call)
    {
        for (var i = 0; i < call.Arguments.Length; i++)
            switch (ItemIn(call.Arguments[i]))
            {
                case Parameter parameter:
                    yield return new HandedArgument(i, null, function.Parameters.IndexOf(parameter));
                    break;
                case { } constant:
                    yield return new HandedArgument(i, constant, HandedArgument.NoParameter);
                    break;
            }
    }

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

/// <summary>An argument of which the text of the calling function tells what it is.</summary>
/// <param name="Argument">Its number.</param>
/// <param name="Constant">The constant, or the name of the static field that it was read from; null for a parameter.</param>
/// <param name="Parameter">The number of the caller's own parameter that is handed on.</param>
readonly record struct HandedArgument(int Argument, object? Constant, int Parameter)
{
    public const int NoParameter = -1;
}
