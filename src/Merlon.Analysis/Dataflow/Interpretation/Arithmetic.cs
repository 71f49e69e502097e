using System.Globalization;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Operators on constants. What cannot be computed is open; numbers carry their operands' taint, marked as numeric.</summary>
static class Arithmetic
{
    const int LongestText = 4096;

    public static Value Binary(Operator op, Value left, Value right, State state) => op switch
    {
        Operator.Equal => Searches.Compared(op, left, right, Comparison.Equality(left, right, negate: false, state)),
        Operator.NotEqual => Searches.Compared(op, left, right, Comparison.Equality(left, right, negate: true, state)),
        Operator.Concatenate => Concatenate(left, right),
        Operator.AddOrConcatenate when MayBeText(left) || MayBeText(right) => Concatenate(left, right),
        Operator.Less or Operator.LessOrEqual or Operator.Greater or Operator.GreaterOrEqual =>
            Searches.Compared(op, left, right, Bounds.Learn(op, left, right, Fold(left, right, (a, b) => Order(op, a, b), Labels.None))),
        _ => Searches.Moved(op, left, right, Fold(left, right, (a, b) => Compute(op, a, b), Labels.Join(left.Labels, right.Labels).Mark(Marks.NumericSet))),
    };

    public static Value Unary(Operator op, Value operand) => op switch
    {
        Operator.Not => Negate(operand),
        Operator.ToCharacter => Fold(operand, Value.Null, (a, _) => Convert(op, a), operand.Labels).WithType("char"),
        _ => Fold(operand, Value.Null, (a, _) => Convert(op, a), operand.Labels.Mark(Marks.NumericSet)),
    };

    /// <summary>The text of a constant, as joining it to a text writes it.</summary>
    public static string TextOf(object constant) => constant switch
    {
        string text => text,
        char character => character.ToString(),
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        long integer => integer.ToString(CultureInfo.InvariantCulture),
        _ => "null",
    };

    public static Value Concatenate(Value left, Value right)
    {
        var labels = Labels.Join(left.Labels, right.IsTainted ? Behind(left, right.Labels) : right.Labels);
        if (!left.IsConstant || !right.IsConstant || left.Constants.Length * right.Constants.Length > Value.MostConstants)
            return Value.Open(null, labels);
        var texts = from a in left.Constants from b in right.Constants select TextOf(a) + TextOf(b);
        var known = texts.ToList();
        return known.Exists(t => t.Length > LongestText) ? Value.Open(null, labels) : Value.OfConstants(known, labels);
    }

    /// <summary>The labels of data that stands behind a text. Encoded data chooses a host only where it begins one.</summary>
    static Labels Behind(Value left, Labels labels)
    {
        var marks = (Anchors(left) ? Marks.AnchoredSet : 0) | (Redirects(left) ? Marks.RedirectingSet : 0) | (OpensTag(left) ? Marks.InMarkupSet : 0);
        return left.IsConstant
            ? labels.Mark(marks)
            : labels.Select(l => l with { Marks = l.Marks | marks | ((l.Marks & Marks.UrlEncodedSet) != 0 ? Marks.AnchoredSet : 0) });
    }

    /// <summary>Whether what follows can no longer choose the host: behind a path or a whole host, or behind other data that stands there.</summary>
    static bool Anchors(Value left) => left.IsConstant
        ? left.Constants.All(c => c is string text && IsAnchor(text))
        : left.IsTainted && left.Labels.Items.All(l => (l.Marks & Marks.AnchoredSet) != 0);

    /// <summary>Whether a framework takes what follows for an address to redirect to.</summary>
    static bool Redirects(Value left) => left.Constants.Any(c => c is "redirect:" or "redirect:/" or "redirect://" or "redirect:http://" or "redirect:https://");

    /// <summary>Whether a tag of the program stands before what follows, directly or before other data that does.</summary>
    static bool OpensTag(Value left) => left.IsConstant
        ? left.Constants.All(c => c is string text && text.AsSpan().IndexOf('<') is >= 0 and var at && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '?'))
        : left.IsTainted && left.Labels.Items.All(l => (l.Marks & Marks.InMarkupSet) != 0);

    /// <summary>Whether what follows a text cannot choose a host any more.</summary>
    public static bool IsAnchor(string text)
    {
        var host = text.IndexOf("://", StringComparison.Ordinal);
        if (host < 0 && text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && text.IndexOfAny([':', '\\'], 0, slash) < 0) return true;
        return host > 0 ? text.IndexOfAny(['/', '?', '#'], host + 3) > host + 3 : text.Length > 1 && text[0] == '/' && text[1] is not ('/' or '\\');
    }

    static bool MayBeText(Value value) => value.IsOpen || value.Constants.Any(c => c is string);

    static Value Negate(Value operand)
    {
        var negated = Truth.ToValue(!Truth.Of(operand));
        return operand.Fact is null ? negated : negated.With(operand.Fact.Negated);
    }

    static Value Fold(Value left, Value right, Func<object, object, object?> compute, Labels labels)
    {
        if (!left.IsConstant || !right.IsConstant) return Value.Open(null, labels);
        var results = new List<object>();
        foreach (var a in left.Constants)
            foreach (var b in right.Constants)
            {
                if (compute(a, b) is not { } result) return Value.Open(null, labels);
                results.Add(result);
            }
        return Value.OfConstants(results, labels);
    }

    static object? Order(Operator op, object left, object right)
    {
        if (Comparison.ToNumber(left) is not { } a || Comparison.ToNumber(right) is not { } b) return null;
        return op switch
        {
            Operator.Less => a < b,
            Operator.LessOrEqual => a <= b,
            Operator.Greater => a > b,
            _ => a >= b,
        };
    }

    static object? Compute(Operator op, object left, object right) => (ToInteger(left), ToInteger(right)) switch
    {
        ({ } a, { } b) => OfIntegers(op, a, b),
        _ when left is bool a && right is bool b => OfTruths(op, a, b),
        _ when Comparison.ToNumber(left) is { } a && Comparison.ToNumber(right) is { } b => OfNumbers(op, a, b),
        _ => null,
    };

    static long? ToInteger(object constant) => constant is long integer ? integer : constant is char character ? character : null;

    static object? OfIntegers(Operator op, long a, long b) => op switch
    {
        Operator.Add or Operator.AddOrConcatenate => a + b,
        Operator.Subtract => a - b,
        Operator.Multiply => a * b,
        Operator.Divide => b is 0 or -1 ? null : a / b,
        Operator.Remainder => b is 0 or -1 ? null : a % b,
        Operator.ShiftLeft => b is >= 0 and < 31 ? a << (int)b : null,
        Operator.ShiftRight => b is >= 0 and < 31 ? a >> (int)b : null,
        Operator.ShiftRightUnsigned => b is >= 0 and < 31 && a >= 0 ? a >> (int)b : null,
        Operator.And => a & b,
        Operator.Or => a | b,
        Operator.ExclusiveOr => a ^ b,
        _ => null,
    };

    static object? OfTruths(Operator op, bool a, bool b) => op switch
    {
        Operator.And => a & b,
        Operator.Or => a | b,
        Operator.ExclusiveOr => a ^ b,
        _ => null,
    };

    static object? OfNumbers(Operator op, double a, double b) => op switch
    {
        Operator.Add or Operator.AddOrConcatenate => a + b,
        Operator.Subtract => a - b,
        Operator.Multiply => a * b,
        Operator.Divide => a / b,
        _ => null,
    };

    static object? Convert(Operator op, object operand) => op switch
    {
        // Each as its own type: left alone, the compiler makes doubles of all of them.
        Operator.Negate => operand is long a ? (object)-a : operand is double d ? -d : null,
        Operator.Complement => operand is long a ? (object)~a : null,
        Operator.ToInteger when operand is long => operand,
        Operator.ToInteger => Comparison.ToNumber(operand) is { } n && Math.Abs(n) < 1e15 ? (object)(long)n : null,
        Operator.ToFloat => Comparison.ToNumber(operand) is { } n ? (object)n : null,
        Operator.ToCharacter => ToInteger(operand) is >= 0 and <= char.MaxValue and { } code ? (object)(char)code : null,
        _ => null,
    };
}
