using System.Collections.Frozen;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>What a library's method does, in terms of the abstract heap; gives the call's result.</summary>
delegate Value Operation(Invocation call);

/// <summary>
/// The operations that models name with <c>do:</c>. They know no language and no library: a model says that some method is
/// <c>list.add</c>, and this is what adding to a list means.
/// </summary>
static class Operations
{
    static readonly FrozenDictionary<string, Operation> All = new[]
    {
        TextOperations.All, BuilderOperations.All, ListOperations.All, MapOperations.All, IteratorOperations.All, StreamOperations.All,
        ObjectOperations.All, ReflectionOperations.All, PropertiesOperations.All, SettingsOperations.All, MemoryStreamOperations.All, ReferenceOperations.All,
        FunctionOperations.All, SequenceOperations.All, StaticTextOperations.All, NumberOperations.All, PageOperations.All, SerializationOperations.All, PatternOperations.All,
    }.SelectMany(group => group).ToFrozenDictionary(o => o.Name, o => o.Operation, StringComparer.Ordinal);

    public static Operation Find(string name) =>
        All.TryGetValue(name, out var operation) ? operation : throw new InvalidOperationException($"There is no operation '{name}'.");

    public static bool Exists(string name) => All.ContainsKey(name);
}
