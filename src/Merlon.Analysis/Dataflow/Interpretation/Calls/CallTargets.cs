using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>One thing that a call can reach: a function of the application, or (without one) a method of a library's type.</summary>
/// <param name="Function">The application's function.</param>
/// <param name="Receiver">The receiver narrowed to what leads to this target.</param>
/// <param name="Captured">What a closure captured.</param>
/// <param name="LibraryType">The type whose library method is called; null when not known.</param>
readonly record struct CallTarget(Function? Function, Value Receiver, ImmutableArray<Value> Captured, string? LibraryType);

/// <summary>Finds what a call reaches: by the receiver's exact types, else by the classes behind its declared type.</summary>
sealed class CallTargets(Machine machine)
{
    public List<CallTarget> Of(CallInstruction call, Value receiver, State state)
    {
        var callee = call.Callee;
        if (callee.Kind == CallKind.Exact)
            return callee.Candidates.IsEmpty ? [Library(callee.Type, receiver)] : [.. callee.Candidates.Select(f => Direct(f, receiver))];
        var targets = new List<CallTarget>();
        foreach (var number in receiver.Objects) AddObject(targets, call, number, state.Heap[number]);
        if (receiver.IsOpen || receiver.Constants.Any(c => !Value.IsNullConstant(c))) AddOpen(targets, call, receiver);
        if (targets.Count == 0) targets.Add(Library(callee.Type, receiver));
        return targets;
    }

    static CallTarget Direct(Function function, Value receiver) =>
        function.HasBody ? new(function, receiver, [], null) : new(null, receiver, [], function.Owner);

    static CallTarget Library(string? type, Value receiver) => new(null, receiver, [], type);

    void AddObject(List<CallTarget> targets, CallInstruction call, int number, HeapObject? obj)
    {
        var self = Value.OfObject(number);
        if (obj?.Closure is { } closure && !IsOwnMethodOf(obj, call))
        {
            targets.Add(new(closure.Function, self, closure.Captured, null));
            return;
        }
        if (obj?.Type is not { } type || (obj.IsOpaque && machine.Hierarchy.Find(type) is null))
        {
            AddByDeclaredType(targets, call, obj?.Type ?? call.Callee.Type, self);
            return;
        }
        var function = machine.Hierarchy.FindOverride(type, call.Callee.Name, call.Arguments.Length, call.Callee.Candidates.FirstOrDefault());
        var target = function is null ? Library(type, self) : Direct(function, self);
        Merge(targets, target);
    }

    /// <summary>Methods that a function's interface implements itself are not the function.</summary>
    bool IsOwnMethodOf(HeapObject closure, CallInstruction call) =>
        closure.Type is { } type && (machine.Hierarchy.FindOverride(type, call.Callee.Name, call.Arguments.Length, null) is not null
            || machine.Models.Find(machine.Hierarchy, type, call.Callee.Name, call.Arguments.Length)?.Operation is not null);

    void AddOpen(List<CallTarget> targets, CallInstruction call, Value receiver) =>
        AddByDeclaredType(targets, call, receiver.Type ?? call.Callee.Type, receiver.Where(c => !Value.IsNullConstant(c), _ => false));

    /// <summary>Of the receiver's declared type and the call's the one that the application declares says more.</summary>
    void AddByDeclaredType(List<CallTarget> targets, CallInstruction call, string? type, Value receiver)
    {
        if (machine.Hierarchy.Find(type) is null && machine.Hierarchy.Find(call.Callee.Type) is not null) type = call.Callee.Type;
        if (type is null || machine.Hierarchy.Find(type) is null)
        {
            Merge(targets, Library(type ?? call.Callee.Type, receiver));
            return;
        }
        var overrides = machine.Hierarchy.Overrides(type, call.Callee.Name, call.Arguments.Length, call.Callee.Candidates.FirstOrDefault());
        if (overrides.Length == 0 || overrides.Length > machine.Options.Overrides) Merge(targets, Library(type, receiver));
        else foreach (var function in overrides) Merge(targets, Direct(function, receiver));
    }

    /// <summary>Objects that lead to one target are one call.</summary>
    static void Merge(List<CallTarget> targets, CallTarget added)
    {
        var known = targets.FindIndex(t => ReferenceEquals(t.Function, added.Function) && t.LibraryType == added.LibraryType && t.Captured.IsEmpty);
        if (known < 0) targets.Add(added);
        else targets[known] = targets[known] with { Receiver = Value.Join(targets[known].Receiver, added.Receiver) };
    }
}
