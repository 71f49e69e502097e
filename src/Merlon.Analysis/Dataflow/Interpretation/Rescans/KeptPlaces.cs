using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Names places so that they are found again in a program whose files have changed elsewhere.</summary>
sealed class KeptPlaces
{
    readonly FunctionNames names;
    readonly ConcurrentDictionary<Function, FunctionPlaces> known = new();
    readonly Dictionary<string, Span> types = [];
    readonly Dictionary<Span, string> typesByPlace = [];

    public KeptPlaces(Program program, FunctionNames names)
    {
        this.names = names;
        foreach (var type in program.Types.Values)
        {
            types[type.Name] = type.Span;
            typesByPlace[type.Span] = type.Name;
        }
    }

    /// <summary>The name of a place that a function speaks of, or of a whole type; null when it is neither.</summary>
    public KeptSpan? Store(Span place, Function function) =>
        PlacesOf(function).NumberOf(place) is { } number ? new KeptSpan(names.Of(function), number)
        : typesByPlace.TryGetValue(place, out var type) ? new KeptSpan(type, KeptSpan.WholeType)
        : null;

    public Span? Restore(KeptSpan place) =>
        place.Number == KeptSpan.WholeType ? types.TryGetValue(place.Owner, out var span) ? span : null
        : names.Find(place.Owner) is { } function ? PlacesOf(function).Find(place.Number)
        : null;

    FunctionPlaces PlacesOf(Function function) => known.GetOrAdd(function, f => new FunctionPlaces(f));
}
