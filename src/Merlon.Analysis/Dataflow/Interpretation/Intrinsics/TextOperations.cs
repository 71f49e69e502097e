using System.Globalization;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Operations on texts: computed where the operands are constants, else unknown with their taint.</summary>
static class TextOperations
{
    const int MostParts = 32;

    public static IEnumerable<(string Name, Operation Operation)> All =>
    [
        ("text.concat", c => Arithmetic.Concatenate(Text(c, c.Receiver), Text(c, c.Argument(0)))),
        ("text.of", c => Text(c, c.Argument(0))),
        ("text.self", c => Text(c, c.Receiver)),
        ("text.parts", Parts),
        ("text.partsInto", PartsInto),
        ("text.trim", c => Change(c, t => t.Trim())),
        ("text.lower", c => Change(c, t => t.ToLowerInvariant())),
        ("text.upper", c => Change(c, t => t.ToUpperInvariant())),
        ("text.substring", Substring),
        ("text.replace", Replace),
        ("text.split", Split),
        ("text.join", Join),
        ("text.format", c => Formats.Of(c, c.Words is ["percent"] ? Formats.Percent : Formats.Braces) ?? Join(c)),
        ("text.charAt", c => Compute(c, (t, n) => n >= 0 && n < t.Length ? t[(int)n] : null, keepTaint: true)),
        ("text.length", c => Ask(c, t => (long)t.Length)),
        ("text.isEmpty", c => Ask(c, t => t.Length == 0)),
        ("text.isBlank", c => Ask(c, t => string.IsNullOrWhiteSpace(t))),
        ("text.indexOf", c => Compare(c, (t, o) => (long)t.IndexOf(o, StringComparison.Ordinal))),
        ("text.lastIndexOf", c => Compare(c, (t, o) => (long)t.LastIndexOf(o, StringComparison.Ordinal))),
        ("text.startsWith", StartsWith),
        ("text.endsWith", c => Compare(c, (t, o) => t.EndsWith(o, StringComparison.Ordinal))),
        ("text.contains", c => Compare(c, (t, o) => t.Contains(o, StringComparison.Ordinal))),
        ("text.equals", Equal),
        ("text.equalsIgnoreCase", c => Compare(c, (t, o) => t.Equals(o, StringComparison.OrdinalIgnoreCase), Comparison.Learn(c.Receiver, c.Argument(0)))),
        ("number.parse", Parse),
        ("number.box", c => c.Argument(0).IsNothing ? c.Receiver : c.Argument(0)),
        ("truth.parse", c => Change(c, t => t.Equals("true", StringComparison.OrdinalIgnoreCase), c.Argument(0))),
    ];

    /// <summary>The text that a value is or holds.</summary>
    public static Value Text(Invocation call, Value value)
    {
        var text = value.Where(c => true, _ => false);
        foreach (var (number, obj) in call.Objects(value))
            text = Value.Join(text, TextOf(call, number, obj));
        return text.IsNothing ? Value.Open(null, value.Labels) : text.AddLabels(value.Labels);
    }

    static Value TextOf(Invocation call, int number, HeapObject obj)
    {
        if (obj.Find(Hidden.Text) is { } text) return text.AddLabels(obj.Labels);
        if (obj.Type is { } type && call.Machine.Hierarchy.Find(type) is not null)
            return call.Machine.Hierarchy.FindOverride(type, call.Machine.Hierarchy.TextMethod, 0, null) is null
                ? Value.Open(call.ResultType, obj.Labels)
                : call.Machine.Calls.ToText(Value.OfObject(number), call.State, call.Site.Place, call.Site.Frame);
        return Value.Open(call.ResultType, Machine.Reachable(Value.OfObject(number), call.State));
    }

    static Value Change(Invocation call, Func<string, object> change, Value? subject = null)
    {
        var text = Text(call, subject ?? call.Receiver);
        if (!text.IsConstant) return Value.Open(call.ResultType, text.Labels);
        return Value.OfConstants(text.Constants.Select(c => Value.IsNullConstant(c) ? c : change(Arithmetic.TextOf(c))), text.Labels);
    }

    static Value Ask(Invocation call, Func<string, object> answer) => Change(call, answer).With(Labels.None);

    static Value Compare(Invocation call, Func<string, string, object> compare, Fact? fact = null)
    {
        var (text, other) = (Text(call, call.Receiver), Text(call, call.Argument(0)));
        if (text.IsConstant && other.IsConstant && call.Arguments.Length == 1)
            return Value.OfConstants(
                from a in text.Constants from b in other.Constants select compare(Arithmetic.TextOf(a), Arithmetic.TextOf(b)), Labels.None);
        var unknown = Value.Open(call.ResultType);
        return fact is null ? unknown : unknown.With(fact);
    }

    /// <summary>A text that begins with a host, or with a path, leads nowhere else.</summary>
    static Value StartsWith(Invocation call)
    {
        var result = Compare(call, (t, o) => t.StartsWith(o, StringComparison.Ordinal));
        if (result.IsConstant || call.Argument(0).SingleText is not { } beginning || !Arithmetic.IsAnchor(beginning)) return result;
        return result.With(new Fact { WhenTrue = [.. Text(call, call.Receiver).Labels.Items.Select(l => new Check(l.Source, Marks.AnchoredSet)).Distinct()] });
    }

    /// <summary>Equality of texts and, as it stands for any <c>equals</c>, of objects by identity.</summary>
    static Value Equal(Invocation call)
    {
        var (left, right) = (call.Receiver.IsNothing || call.Arguments.Length == 2 ? call.Argument(0) : call.Receiver, call.Arguments.IsEmpty ? Value.Nothing : call.Arguments[^1]);
        if (left.Objects.IsEmpty && right.Objects.IsEmpty) return Comparison.Equality(left, right, negate: false, call.State);
        return Comparison.IsEqual(left, right, call.State) == true ? Value.True : Value.Open(call.ResultType);
    }

    static Value Compute(Invocation call, Func<string, long, object?> compute, bool keepTaint)
    {
        var text = Text(call, call.Receiver);
        var labels = keepTaint ? text.Labels : Labels.None;
        if (text.SingleText is { } known && call.Argument(0).SingleInteger is { } number && compute(known, number) is { } result)
            return Value.Constant(result).AddLabels(labels);
        return Value.Open(call.ResultType, labels);
    }

    static Value Substring(Invocation call)
    {
        var text = Text(call, call.Receiver);
        if (text.SingleText is not { } known || call.Argument(0).SingleInteger is not { } start)
            return Value.Open(call.ResultType, call.Arguments.Length == 1 ? Searches.From(call.Argument(0), text.Labels) : text.Labels);
        var end = call.Arguments.Length > 1 ? call.Argument(1).SingleInteger : known.Length;
        return end is { } last && start >= 0 && start <= last && last <= known.Length
            ? Value.Constant(known[(int)start..(int)last]).AddLabels(text.Labels)
            : Value.Open(call.ResultType, text.Labels);
    }

    static Value Replace(Invocation call)
    {
        var (text, from, to) = (Text(call, call.Receiver), Text(call, call.Argument(0)), Text(call, call.Argument(1)));
        var labels = Labels.Join(text.Labels, to.Labels);
        if (!text.IsConstant) return Value.Open(call.ResultType, Labels.Join(Stripped(call, text.Labels, from, to), to.Labels));
        if (call.Words is ["pattern"]) return Value.Open(call.ResultType, labels);
        if (text.SingleText is not { } known || from.Single is not { } old || to.Single is not { } added) return Value.Open(call.ResultType, labels);
        var pattern = Arithmetic.TextOf(old);
        return pattern.Length == 0 ? Value.Open(call.ResultType, labels)
            : Value.Constant(known.Replace(pattern, Arithmetic.TextOf(added), StringComparison.Ordinal)).AddLabels(labels);
    }

    /// <summary>The marks that data gets where what a sink fears is taken out or written otherwise.</summary>
    static Labels Stripped(Invocation call, Labels labels, Value from, Value to)
    {
        if (from.Single is not { } removed || to.Single is not { } added || Value.IsNullConstant(removed) || Value.IsNullConstant(added)) return labels;
        var texts = call.Machine.Models.Texts;
        var (pattern, replacement) = (Arithmetic.TextOf(removed), Arithmetic.TextOf(added));
        return labels.Mark(call.Words is ["pattern"] ? texts.MarksAfterPattern(pattern, replacement) : texts.MarksAfter(pattern, replacement));
    }

    /// <summary>The text as an array of its bytes or characters, which knows what text it is.</summary>
    static Value Parts(Invocation call)
    {
        var text = Text(call, call.Receiver);
        var array = new HeapObject(call.ResultType).WriteAny(Value.Open(call.ResultType?.TrimEnd('[', ']'), text.Labels));
        return call.Allocate(array.Write(Hidden.Text, text)).AddLabels(text.Labels);
    }

    /// <summary><c>text.partsInto arg2</c>: the text's characters, any of them anywhere, in an array that was there before.</summary>
    static Value PartsInto(Invocation call)
    {
        var labels = TextOperations.Text(call, call.Receiver).Labels;
        foreach (var (number, array) in call.Objects(call.Argument(call.Words[0][^1] - '0')).ToList()) call.Put(number, array.WriteAny(Value.Open("char", labels)));
        return Value.Null;
    }

    static Value Split(Invocation call)
    {
        var text = Text(call, call.Receiver);
        var separator = call.Argument(0).SingleText;
        if (ListOperations.Known(call, call.Argument(0)) is { } several && several.TrueForAll(s => s.Single is char))
            return call.Allocate(new HeapObject(call.ResultType).WriteAny(Value.Open(call.Machine.Hierarchy.TextType, several.Aggregate(text.Labels, (labels, s) => labels.Mark(call.Machine.Models.Texts.MarksWithout((char)s.Single!))))));
        if (text.SingleText is not { } known || separator is null || separator.Length != 1 || ".$|()[{^?*+\\".Contains(separator[0], StringComparison.Ordinal))
            return call.Allocate(new HeapObject(call.ResultType).WriteAny(Value.Open(call.Machine.Hierarchy.TextType, text.Labels)));
        var parts = known.Split(separator[0]);
        return parts.Length > MostParts
            ? call.Allocate(new HeapObject(call.ResultType).WriteAny(Value.Open(call.Machine.Hierarchy.TextType, text.Labels)))
            : call.Allocate(HeapObject.List(call.ResultType, [.. parts.Select(p => Value.Constant(p).AddLabels(text.Labels))]));
    }

    static Value Join(Invocation call) => Value.Open(call.ResultType, call.Inputs);

    static Value Parse(Invocation call)
    {
        var text = Text(call, call.Argument(0));
        // The number that a text stands for has no bounds that its characters had.
        var labels = text.Labels.Select(l => l with { Marks = l.Marks & ~Marks.BoundedSet | Marks.NumericSet });
        if (text.Single is long) return text;
        return text.SingleText is { } known && long.TryParse(known, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Value.Constant(number).AddLabels(labels)
            : Value.Open(call.ResultType, labels);
    }
}
