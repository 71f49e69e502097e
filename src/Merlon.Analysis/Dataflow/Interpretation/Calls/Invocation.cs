using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>A call of a library's method while it is interpreted: its operands, and the state that it may change.</summary>
/// <param name="Type">The type the method is looked up in, when known.</param>
sealed record Invocation(Machine Machine, Site Site, string? Type, Value Receiver, ImmutableArray<Value> Arguments, State State)
{
    public MethodModel? Model { get; init; }

    /// <summary>Whether this stands for a function of the application that is not followed: what comes of it is a guess.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The words after the operation's name in its model.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    public string Name => Site.Callee.Name;

    public Value Argument(int index) => (uint)index < (uint)Arguments.Length ? Arguments[index] : Value.Nothing;

    /// <summary>The type that the result is declared to have; type parameters of the library are not known here.</summary>
    public string? ResultType => Model?.ErasedResult ?? Site.Callee.ResultType;

    public Value At(Place place) => place.Kind switch
    {
        PlaceKind.Receiver => Receiver,
        PlaceKind.Argument => Argument(place.Index),
        PlaceKind.Arguments => Arguments.Aggregate(Value.Nothing, Value.Join),
        _ => Value.Nothing,
    };

    /// <summary>The taint of everything that goes into the call.</summary>
    public Labels Inputs
    {
        get
        {
            var labels = Machine.Reachable(Receiver, State, 3);
            foreach (var argument in Arguments) labels = Labels.Join(labels, Machine.Reachable(argument, State, 3));
            return IsGuess ? labels.Mark(Marks.GuessedSet) : labels;
        }
    }

    /// <summary>Something unknown of the result's type with the taint of all inputs.</summary>
    public Value Opened => Value.Open(ResultType, Inputs);

    /// <summary>The objects of the heap that a value can be.</summary>
    public IEnumerable<(int Number, HeapObject Object)> Objects(Value value)
    {
        foreach (var number in value.Objects)
            if (State.Heap[number] is { } obj) yield return (number, obj);
    }

    public void Put(int number, HeapObject obj) => State.Heap = State.Heap.Set(number, obj);

    /// <summary>A new object of the call's result type.</summary>
    public Value Allocate(HeapObject created, int part = 0) =>
        Machine.Allocate(State, Site.Frame.Context, (object?)Site.Key ?? Site.Place, created, part + 2);

    /// <summary>Calls a function value that was handed to the library.</summary>
    public Value CallBack(Value function, params ImmutableArray<Value> arguments) =>
        Machine.Calls.CallBack(function, "", arguments, State, Site);
}
