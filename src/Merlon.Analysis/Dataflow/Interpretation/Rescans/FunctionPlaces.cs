using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// The places that a function speaks of, each once: its own, then those of its instructions and exits in order. A place is known by its
/// number here, so that it is found again when the function stands elsewhere in its file.
/// </summary>
sealed class FunctionPlaces
{
    readonly Dictionary<Span, int> numbers = [];
    readonly List<Span> places = [];

    public FunctionPlaces(Function function)
    {
        Add(function.Span);
        foreach (var block in function.Blocks)
        {
            foreach (var instruction in block.Instructions) Add(instruction.Span);
            Add(block.Exit.Span);
        }
    }

    /// <summary>The number of a place; null when the function does not speak of it.</summary>
    public int? NumberOf(Span place) => numbers.TryGetValue(place, out var number) ? number : null;

    public Span? Find(int number) => number < places.Count ? places[number] : null;

    void Add(Span place)
    {
        if (numbers.TryAdd(place, places.Count)) places.Add(place);
    }
}
