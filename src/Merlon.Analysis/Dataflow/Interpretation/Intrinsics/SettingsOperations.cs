using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Values that code reads from settings files by a key that stands in the program.</summary>
static class SettingsOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All => [("settings.value", Read)];

    /// <summary>
    /// <c>settings.value [prefix]</c>: what the files of the tree say under the key, and anything else, as whoever runs the application can change it. So rules see
    /// what stands there, and no branch is taken for dead.
    /// </summary>
    static Value Read(Invocation call)
    {
        var result = Value.Open(call.ResultType, call.Receiver.Labels);
        if (call.Argument(0).SingleText is not { } key) return result;
        var name = call.Words is [var prefix] ? $"{prefix}:{key}" : key;
        foreach (var value in call.Machine.SettingsAt(name)) result = Value.Join(result, Value.Constant(value));
        return result;
    }
}
