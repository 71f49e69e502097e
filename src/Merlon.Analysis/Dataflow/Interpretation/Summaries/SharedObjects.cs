using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>
/// The objects that all functions of a run share, by their keys: what holds the static fields of a <see cref="TypeDeclaration"/>, what its
/// initializer made (<see cref="ClassPart"/>), and what is kept under a name (<see cref="string"/>).
/// </summary>
/// <param name="newObject">Gives the next number, for a place and a part of it.</param>
sealed class SharedObjects(Func<object, int, int> newObject)
{
    const int Part = -1;

    readonly Dictionary<object, int> numbers = [];
    readonly Dictionary<int, object> keys = [];
    readonly Dictionary<int, HeapObject> initial = [];
    readonly HashSet<int> settled = [];
    readonly Dictionary<TypeDeclaration, List<int>> parts = [];

    public IReadOnlyCollection<object> Keys => numbers.Keys;

    public IReadOnlyCollection<int> Numbers => numbers.Values;

    /// <summary>The number of a key's object; always the same.</summary>
    public int At(object key)
    {
        if (numbers.TryGetValue(key, out var found)) return found;
        var number = numbers[key] = newObject(key, Part);
        keys.Add(number, key);
        if ((key as TypeDeclaration ?? (key as ClassPart)?.Type) is { } type) (parts.TryGetValue(type, out var known) ? known : parts[type] = []).Add(number);
        return number;
    }

    /// <summary>The key of an object; null when it is none of these.</summary>
    public object? KeyOf(int number) => keys.GetValueOrDefault(number);

    /// <summary>A type's own object and those that its initializer made.</summary>
    public IReadOnlyList<int> PartsOf(TypeDeclaration type) => parts.GetValueOrDefault(type) ?? [];

    /// <summary>What an object is before a function of the run changes it; null when that is not known.</summary>
    public HeapObject? InitialOf(int number) => initial.GetValueOrDefault(number);

    /// <summary>Notes what an object is at first: of several times the first counts, so that it is always the very same.</summary>
    public HeapObject Begin(int number, HeapObject content) => initial.TryGetValue(number, out var known) ? known : initial[number] = content;

    /// <summary>Notes what an object is once its class is initialized, which is the same each time: the first is always given.</summary>
    public HeapObject Initialized(int number, HeapObject content) => settled.Add(number) ? initial[number] = content : initial[number];

    /// <summary>Whether data from outside was put into any of these, or into what one of these types holds.</summary>
    public bool AnyIsTainted(IReadOnlyList<object> keys, State state)
    {
        foreach (var key in keys)
            if (key is TypeDeclaration type ? PartsOf(type).Any(part => IsTainted(part, state)) : numbers.TryGetValue(key, out var number) && IsTainted(number, state)) return true;
        return false;
    }

    bool IsTainted(int number, State state) =>
        state.Heap[number] is { } obj && !ReferenceEquals(obj, InitialOf(number)) && !Machine.Reachable(Value.OfObject(number), state, 2).IsEmpty;
}

/// <summary>An object that a class's initializer makes, by what makes it.</summary>
sealed record ClassPart(TypeDeclaration Type, object? Place, int Number);
