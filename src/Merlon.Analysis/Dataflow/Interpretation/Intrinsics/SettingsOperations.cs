using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Values that code reads from settings files by a key that stands in the program.</summary>
static class SettingsOperations
{
    public static IEnumerable<(string Name, Operation Operation)> All => 
    [
        ("settings.value", Read),
        ("settings.section", Section),
        ("settings.placeholder", Fill),
    ];

    /// <summary>
    /// <c>settings.value [prefix]</c>: what the files of the tree say under the key, or else the text given for when they say nothing; and anything else, as whoever
    /// runs the application can change it. So rules see what stands there, and no branch is taken for dead. Of a section without a key its own value.
    /// </summary>
    static Value Read(Invocation call)
    {
        var key = call.Arguments.IsEmpty ? PathOf(call) : KeyOf(call);
        return Known(call, call.Words is [var prefix] && key is not null ? $"{prefix}:{key}" : key, call.Argument(1), call.Receiver.Labels);
    }

    /// <summary>The settings below a key, to be asked for theirs.</summary>
    static Value Section(Invocation call) =>
        KeyOf(call) is { } path ? call.Allocate(HeapObject.Opaque(call.ResultType, call.Receiver.Labels).Write("section", Value.Constant(path))) : Value.Open(call.ResultType, call.Receiver.Labels);

    /// <summary>What <c>${key}</c> or <c>${key:text for when there is none}</c> stands for, and whatever the second argument holds.</summary>
    static Value Fill(Invocation call)
    {
        var given = call.Arguments.Length > 1 ? call.Argument(1) : Value.Nothing;
        if (call.Argument(0).SingleText is not { } text || text.AsSpan().ContainsAny('$', '#') && !IsPlaceholder(text)) return Value.Join(Value.Open(call.ResultType), given);
        if (!IsPlaceholder(text)) return Value.Join(Value.Constant(text), given);
        var parts = text[2..^1].Split(':', 2);
        return Value.Join(Known(call, parts[0].Trim(), parts is [_, var otherwise] ? Value.Constant(otherwise) : Value.Nothing, Labels.None), given);
    }

    static bool IsPlaceholder(string text) => text.StartsWith("${", StringComparison.Ordinal) && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1;

    static Value Known(Invocation call, string? key, Value otherwise, Labels labels)
    {
        var result = Value.Open(call.ResultType, labels);
        if (key is null) return result;
        List<string> values = [.. call.Machine.SettingsAt(key)];
        if (values.Count == 0 && otherwise.SingleText is { } text) values.Add(text);
        return values.Aggregate(result, (known, value) => Value.Join(known, Value.Constant(value)));
    }

    static string? KeyOf(Invocation call) =>
        call.Argument(0).SingleText is not { } key ? null : PathOf(call) is { } path ? $"{path}:{key}" : key;

    static string? PathOf(Invocation call) => call.Objects(call.Receiver).Select(o => o.Object.Find("section")?.SingleText).FirstOrDefault();
}
