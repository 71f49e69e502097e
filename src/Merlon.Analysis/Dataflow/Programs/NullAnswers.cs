using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// What a short function does where one of its parameters is null: it does not come back, or it always answers the same. Such are the helpers that an
/// application holds its values against, whatever they are called.
/// </summary>
sealed class NullAnswers
{
    /// <summary>Parameters behind these are not looked at.</summary>
    const int MostParameters = 8;

    /// <summary>Instructions and blocks; longer functions do more than to test.</summary>
    const int Longest = 80;

    const int MostPaths = 64;

    /// <summary>Methods of libraries that refuse null.</summary>
    static readonly string[] Refusing = ["requireNonNull", "ThrowIfNull", "checkNotNull", "notNull"];

    readonly Function function;
    readonly HashSet<object> answers = [];
    int paths;

    NullAnswers(Function function) => this.function = function;

    /// <summary>A bit for each parameter: the function does not come back where it is null; eight bits up, it answers false then; sixteen up, true.</summary>
    public static int Of(Function function, int size)
    {
        if (size is 0 or > Longest || !function.Blocks.Any(b => b.Exit is BranchExit or ThrowExit || b.Instructions.Exists(i => i is CallInstruction or BinaryInstruction))) return 0;
        var bits = 0;
        for (var i = 0; i < Math.Min(MostParameters, function.Parameters.Length); i++)
            if (!IsPrimitive(function.Parameters[i].Type)) bits |= new NullAnswers(function).Answer(function.Offset + i) << i;
        return bits;
    }

    /// <summary>Whether a function that is handed null at this place does not come back.</summary>
    public static bool Refuses(Function function, int parameter) => Has(function, parameter, 0);

    /// <summary>What a function that is handed null at this place always answers; null where it may answer either, or something else.</summary>
    public static bool? Answers(Function function, int parameter) => Has(function, parameter, MostParameters) ? false : Has(function, parameter, 2 * MostParameters) ? true : null;

    static bool Has(Function function, int parameter, int group) => parameter < MostParameters && (function.Outline.WhenNull & 1 << parameter + group) != 0;

    static bool IsPrimitive(string? type) => type is "int" or "long" or "short" or "byte" or "boolean" or "bool" or "char" or "float" or "double";

    int Answer(int slot)
    {
        Follow(0, ImmutableHashSet.Create(slot), ImmutableDictionary<int, object>.Empty, []);
        if (paths > MostPaths) return 0;
        if (answers.Count == 0) return 1;
        return answers.Count > 1 ? 0 : answers.Single() switch
        {
            false => 1 << MostParameters,
            true => 1 << 2 * MostParameters,
            _ => 0,
        };
    }

    /// <param name="nulls">The slots that are null.</param>
    /// <param name="constants">The truths that are known of others.</param>
    /// <param name="before">The blocks on this way: a second round of a loop tells nothing new.</param>
    void Follow(int number, ImmutableHashSet<int> nulls, ImmutableDictionary<int, object> constants, ImmutableHashSet<int> before)
    {
        if (before.Contains(number) || paths > MostPaths) return;
        var block = function.Blocks[number];
        foreach (var instruction in block.Instructions)
        {
            if (NullFlow.UsedBy(instruction) is >= 0 and var used && nulls.Contains(used) || IsRefusal(instruction, nulls))
            {
                Leave(block, before, nulls, constants, number);
                return;
            }
            if (instruction.Target < 0) continue;
            var truth = TruthOf(instruction, nulls, constants);
            var isNull = instruction switch
            {
                ConstantInstruction { Value: null } => true,
                CopyInstruction copy => nulls.Contains(copy.Source),
                CastInstruction cast => nulls.Contains(cast.Source),
                _ => false,
            };
            nulls = isNull ? nulls.Add(instruction.Target) : nulls.Remove(instruction.Target);
            constants = truth is null ? constants.Remove(instruction.Target) : constants.SetItem(instruction.Target, truth);
        }
        before = before.Add(number);
        switch (block.Exit)
        {
            case JumpExit jump:
                Follow(jump.Block, nulls, constants, before);
                break;
            case BranchExit branch:
                var known = constants.GetValueOrDefault(branch.Condition);
                if (known is not false) Follow(branch.WhenTrue, nulls, constants, before);
                if (known is not true) Follow(branch.WhenFalse, nulls, constants, before);
                break;
            case ReturnExit left:
                paths++;
                answers.Add(constants.GetValueOrDefault(left.Slot) ?? this);
                break;
            default:
                Leave(block, before, nulls, constants, number);
                break;
        }
    }

    /// <summary>Something is thrown: it leaves the function, or goes on at a handler.</summary>
    void Leave(Block block, ImmutableHashSet<int> before, ImmutableHashSet<int> nulls, ImmutableDictionary<int, object> constants, int number)
    {
        paths++;
        foreach (var handler in block.Handlers) Follow(handler.Block, nulls.Remove(handler.Slot), constants.Remove(handler.Slot), before.Add(number));
    }

    static object? TruthOf(Instruction instruction, ImmutableHashSet<int> nulls, ImmutableDictionary<int, object> constants) => instruction switch
    {
        ConstantInstruction { Value: bool truth } => truth,
        CopyInstruction copy => constants.GetValueOrDefault(copy.Source),
        UnaryInstruction { Operator: Operator.Not } not => constants.GetValueOrDefault(not.Source) is bool truth ? !truth : null,
        TypeTestInstruction test when nulls.Contains(test.Source) => false,
        BinaryInstruction { Operator: Operator.Equal or Operator.NotEqual } equality when nulls.Contains(equality.Left) && nulls.Contains(equality.Right) => equality.Operator == Operator.Equal,
        _ => null,
    };

    static bool IsRefusal(Instruction instruction, ImmutableHashSet<int> nulls) =>
        instruction is CallInstruction call && Refusing.Contains(call.Callee.Name) && call.Arguments is [var asked, ..] && nulls.Contains(asked);
}
