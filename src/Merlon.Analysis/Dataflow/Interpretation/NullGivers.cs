using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Functions of the application that give null on some way and something on others, as their text says. A function that gives null for a null it was
/// given does not count, nor does a property: that is mostly asked twice, once for a test.
/// </summary>
sealed class NullGivers
{
    /// <summary>How many functions that only hand on what others give are looked through.</summary>
    const int Rounds = 3;

    readonly HashSet<Function> giving = [];

    public bool Gives(Function function) => giving.Contains(function);

    /// <summary>Whether a function holds against null what another one gives: it knows, and what it gets the second time does not count.</summary>
    public static bool IsAskedIn(Function caller, Function function) => caller.Outline.Tested.Contains(function.Name);

    /// <summary>Looks through all functions of the application; code is read of those only that call one which gives null.</summary>
    public void Learn(IReadOnlyCollection<Function> functions)
    {
        var first = functions.Where(GivesObjects).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var found = first.Where(f => !giving.Contains(f) && (round == 0 ? f.Outline.Marks.HasFlag(CodeMarks.GivesNull) : CallsGiver(f) && NullFlow.ReturnsNull(f, c => IsGiven(c.Callee.Candidates)))).ToList();
            if (found.Count == 0) break;
            giving.UnionWith(found);
        }
    }

    bool IsGiven(ImmutableArray<Function> candidates) => !candidates.IsEmpty && candidates.All(giving.Contains);

    bool CallsGiver(Function function) => function.Outline.Calls.Any(c => IsGiven(c.Callee.Candidates));

    static bool GivesObjects(Function function) =>
        !function.Name.StartsWith("get_", StringComparison.Ordinal) && function.ResultType is not (null or "void" or "boolean" or "int" or "long") && function.Outline.Marks.HasFlag(CodeMarks.GivesBack);
}
