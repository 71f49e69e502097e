using System.Globalization;
using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Interpretation.Calls;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Interpretation.Intrinsics;

/// <summary>Texts made of a format that stands in the program: the same as joining its parts, so that the place of data in them is known.</summary>
static partial class Formats
{
    const int MostHoles = 16;

    /// <summary>The formatted text; null when the format is not known, or asks for more than to put arguments in.</summary>
    public static Value? Of(Invocation call, Regex holes)
    {
        var format = call.Argument(0).SingleText is not null || call.Arguments.Length == 1 ? 0 : 1;
        if (call.Argument(format).SingleText is not { } text || text.Contains("{{", StringComparison.Ordinal) || text.Contains("%%", StringComparison.Ordinal)) return null;
        var found = holes.Matches(text);
        if (found.Count is 0 or > MostHoles || Arguments(call, format + 1) is not { } given) return null;
        var (result, at) = (Value.Constant(""), 0);
        for (var i = 0; i < found.Count; i++)
        {
            var position = found[i].Groups["at"] is { Success: true, Value: var number } ? int.Parse(number, CultureInfo.InvariantCulture) - (holes == Percent ? 1 : 0) : i;
            if (position < 0 || position >= given.Count) return null;
            result = Arithmetic.Concatenate(Arithmetic.Concatenate(result, Value.Constant(text[at..found[i].Index])), TextOperations.Text(call, given[position]));
            at = found[i].Index + found[i].Length;
        }
        result = Arithmetic.Concatenate(result, Value.Constant(text[at..]));
        return result.IsConstant ? result : result.WithType(call.ResultType);
    }

    /// <summary>What fills the holes: the arguments, or the elements of the one array that holds them.</summary>
    static IReadOnlyList<Value>? Arguments(Invocation call, int first)
    {
        List<Value> rest = [.. call.Arguments.Skip(first)];
        if (rest is not [var one] || !IsArray(call, one)) return rest;
        return ListOperations.Known(call, one);
    }

    static bool IsArray(Invocation call, Value value) =>
        value.Type?.EndsWith("[]", StringComparison.Ordinal) == true || value.Objects.Any(o => call.State.Heap[o]?.Type?.EndsWith("[]", StringComparison.Ordinal) == true);

    /// <summary>Holes such as <c>{0}</c> and <c>{1:yyyy}</c>.</summary>
    public static Regex Braces { get; } = BracesPattern();

    /// <summary>Holes such as <c>%s</c> and <c>%2$-5d</c>.</summary>
    public static Regex Percent { get; } = PercentPattern();

    [GeneratedRegex(@"\{(?<at>[0-9]{1,2})(,-?[0-9]+)?(:[^{}]*)?\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex BracesPattern();

    [GeneratedRegex(@"%((?<at>[0-9]{1,2})\$)?[-#+ 0,(]*[0-9]*(\.[0-9]+)?[a-zA-Z]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PercentPattern();
}
