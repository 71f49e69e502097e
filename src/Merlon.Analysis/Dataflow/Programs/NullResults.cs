using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// Functions of the application that give null on some way, and the places that use what they give without a test
/// (<c>null-result-used</c>). A function that gives null for a null it was given does not count.
/// </summary>
static class NullResults
{
    /// <summary>How many functions that only hand on what others give are looked through.</summary>
    const int Rounds = 3;

    /// <summary>Through how many functions a result is followed that is handed on as an argument or in a field.</summary>
    const int Handovers = 6;

    /// <summary>Notes the uses in the functions of all types.</summary>
    public static void Note(IReadOnlyCollection<TypeDeclaration> types)
    {
        var functions = types.SelectMany(t => t.Functions).Where(f => f.HasBody).ToList();
        var giving = new HashSet<Function>();
        bool MayGiveNull(CallInstruction call) => IsGiven(call.Callee.Candidates, giving);
        for (var round = 0; round < Rounds; round++)
        {
            var found = functions.Where(f => !giving.Contains(f) && GivesObjects(f) && (round == 0 ? f.Outline.Marks.HasFlag(CodeMarks.GivesNull) : Calls(f, giving) && NullFlow.In(f, MayGiveNull).ReturnsNull)).ToList();
            if (found.Count == 0) break;
            giving.UnionWith(found);
        }
        if (giving.Count == 0) return;
        var handed = new NullHandover(functions);
        foreach (var function in functions.Where(f => Calls(f, giving))) NoteUses(function, MayGiveNull, handed);
        for (var round = 0; round < Handovers; round++)
            foreach (var function in handed.TakePending()) NoteUses(function, MayGiveNull, handed);
    }

    /// <summary>A result that is tested where it is not kept is known to the function: what it gets the second time does not count.</summary>
    static void NoteUses(Function function, Func<CallInstruction, bool> mayGiveNull, NullHandover handed)
    {
        var tested = NullFlow.TestedIn(function);
        foreach (var use in NullFlow.In(function, c => mayGiveNull(c) && !c.Callee.Candidates.All(tested.Contains), handed).Uses)
            if (!function.Constructs.Exists(c => c.Name == "null-result-used" && c.Span == use)) function.Constructs.Add(new Construct("null-result-used", use));
    }

    static bool IsGiven(ImmutableArray<Function> candidates, HashSet<Function> giving) => !candidates.IsEmpty && candidates.All(giving.Contains);

    /// <summary>What a property gives is mostly asked twice, once for a test: it does not count.</summary>
    static bool GivesObjects(Function function) => !function.Name.StartsWith("get_", StringComparison.Ordinal) && function.ResultType is not (null or "void" or "boolean" or "int" or "long") && function.Outline.Marks.HasFlag(CodeMarks.GivesBack);

    static bool Calls(Function function, HashSet<Function> giving) => function.Outline.Calls.Any(c => IsGiven(c.Callee.Candidates, giving));
}
