using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>
/// Calls that need not be followed because nothing tainted goes in and no function that matters is handed over: what they may do to
/// what they were given.
/// </summary>
sealed class Bystanders(Machine machine)
{
    const int Depth = 3;

    /// <summary>Whether nothing that is handed over carries taint or a function that could.</summary>
    public bool IsOne(List<Value> slots, State state)
    {
        foreach (var slot in slots)
            if (!Machine.Reachable(slot, state).IsEmpty) return false;
        return Reached(slots, state).TrueForAll(number => IsHarmless(state.Heap[number]!.Closure, state));
    }

    /// <summary>The fields that other code changes may hold anything after such a call.</summary>
    public void Loosen(List<Value> slots, State state)
    {
        foreach (var number in Reached(slots, state))
        {
            if (state.Heap[number] is not { Type: { } name } obj || machine.Hierarchy.Find(name) is not { } type) continue;
            state.Heap = state.Heap.Set(number, Loosen(obj, type));
        }
    }

    HeapObject Loosen(HeapObject obj, TypeDeclaration type)
    {
        var loosened = obj;
        foreach (var ancestor in machine.Hierarchy.Ancestors(type.Name).Select(machine.Hierarchy.Find).OfType<TypeDeclaration>())
            foreach (var (key, value) in obj.Cells)
                if (key is string name && !value.IsOpen && ancestor.Fields.TryGetValue(name, out var field) && machine.Application.Writes.MayChange(ancestor.Name, name))
                    loosened = loosened.Write(name, Value.Join(value, Value.Open(field.Type)));
        return loosened;
    }

    bool IsHarmless(Closure? closure, State state)
    {
        if (closure is null) return true;
        machine.Weigh(closure.Function);
        return machine.Application.Reach.Of(closure.Function) == Effects.None && closure.Captured.All(c => Machine.Reachable(c, state).IsEmpty);
    }

    static List<int> Reached(List<Value> slots, State state)
    {
        var found = new List<int>();
        var seen = new HashSet<int>();
        foreach (var slot in slots) Collect(slot, Depth);
        return found;

        void Collect(Value value, int left)
        {
            foreach (var number in value.Objects)
            {
                if (!seen.Add(number) || state.Heap[number] is not { } obj) continue;
                found.Add(number);
                if (left == 0) continue;
                foreach (var holder in obj.Holders) Collect(holder, left - 1);
            }
        }
    }
}
