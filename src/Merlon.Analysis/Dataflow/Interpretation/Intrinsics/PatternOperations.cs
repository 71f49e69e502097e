using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>
/// Regular expressions: an object that has one keeps its text, and so do matchers, matches and groups, which carry the data that they look at.
/// </summary>
static class PatternOperations
{
    const string Key = "pattern";

    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("pattern.compile", c => c.Allocate(new HeapObject(c.ResultType).Write(Key, c.Argument(0))).AddLabels(c.Argument(0).Labels)),
        ("pattern.on", c => Looking(c, c.At(Place.Parse(c.Words[0])!.Value), PatternOf(c, c.Words[1]))),
        ("pattern.each", c => c.Allocate(new HeapObject(c.ResultType).WriteAny(Looking(c, c.Argument(0), PatternOf(c, "own"))))),
        ("pattern.test", Test),
        ("pattern.group", c => Value.Open(c.ResultType, LabelsOf(c).Mark(Marks(c, c.Arguments.IsEmpty ? "0" : Group(c))))),
        ("pattern.groupObject", c => Looking(c, c.Receiver, PatternOf(c, "receiver") is { } pattern && Group(c) is { } group && c.Machine.Models.Texts.GroupOf(pattern, group) is { } part ? part : null)),
        ("pattern.replace", Replace),
    ];

    static Labels LabelsOf(Invocation call) => Machine.Reachable(call.Receiver, call.State);

    static string? Group(Invocation call) => call.Argument(0).Single is { } group && !Value.IsNullConstant(group) ? Arithmetic.TextOf(group) : null;

    static ulong Marks(Invocation call, string? group)
    {
        var texts = call.Machine.Models.Texts;
        return PatternOf(call, "receiver") is { } pattern && group is not null && texts.GroupOf(pattern, group) is { } part ? texts.MarksOfMatch(part) : 0;
    }

    /// <summary>The text of a pattern: an argument itself, or what an object keeps; <c>own</c> is the receiver's, or of a static method the second argument.</summary>
    static string? PatternOf(Invocation call, string word)
    {
        var value = word == "own" ? IsStatic(call) ? call.Argument(1) : call.Receiver : call.At(Place.Parse(word)!.Value);
        if (value.SingleText is { } text) return text;
        var kept = call.Objects(value).Select(o => o.Object.Find(Key)?.SingleText).Distinct().ToList();
        return kept is [var single] && !value.IsOpen ? single : null;
    }

    static bool IsStatic(Invocation call) => call.Site.Callee.Kind == Programs.CallKind.Exact;

    /// <summary>An object that looks at a text through a pattern.</summary>
    static Value Looking(Invocation call, Value text, string? pattern)
    {
        var labels = Machine.Reachable(text, call.State);
        var made = new HeapObject(call.ResultType).AddLabels(labels);
        return call.Allocate(pattern is null ? made : made.Write(Key, Value.Constant(pattern))).AddLabels(labels);
    }

    /// <summary><c>pattern.test text pattern whole|part</c>: decided for constants; else what the answer tells of the text's data.</summary>
    static Value Test(Invocation call)
    {
        var (subject, pattern, isWhole) = (call.At(Place.Parse(call.Words[0])!.Value), PatternOf(call, call.Words[1]), call.Words[2] == "whole");
        if (pattern is not null && subject.SingleText is { } known && IsMatch(known, isWhole ? $"^(?:{pattern})$" : pattern) is { } truth) return Truth.ToValue(truth);
        var texts = call.Machine.Models.Texts;
        var labels = Machine.Reachable(subject, call.State).Items;
        return Value.Open(call.ResultType).With(new Fact
        {
            WhenTrue = Checks(labels, isWhole ? texts.MarksOfMatch(pattern) : texts.MarksWhenFound(pattern)),
            WhenFalse = Checks(labels, isWhole ? 0 : texts.MarksWhenAbsent(pattern)),
        });
    }

    static ImmutableArray<Check> Checks(ImmutableArray<Label> labels, ulong marks) => marks == 0 ? [] : [.. labels.Select(l => new Check(l.Source, marks)).Distinct()];

    static bool? IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.None, Patience);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary><c>pattern.replace text pattern replacement</c>, with places that count from the text on.</summary>
    static Value Replace(Invocation call)
    {
        var isOwn = call.Words is ["own"];
        var text = isOwn ? call.Argument(0) : call.Receiver;
        var (pattern, replacement) = (PatternOf(call, isOwn ? "own" : "receiver"), call.Argument(isOwn ? IsStatic(call) ? 2 : 1 : 0));
        var labels = Machine.Reachable(text, call.State);
        if (pattern is not null && replacement.SingleText is { } added) labels = labels.Mark(call.Machine.Models.Texts.MarksAfterPattern(pattern, added));
        return Value.Open(call.ResultType, Labels.Join(labels, Machine.Reachable(replacement, call.State, 3)));
    }
}
