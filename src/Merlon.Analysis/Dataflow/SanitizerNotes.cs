using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow;

/// <summary>Says of a flow what was done to the data on its way, by which call where that is known, and what would have helped instead.</summary>
sealed class SanitizerNotes(RuleLibrary library)
{
    readonly Marks marks = library.Marks;
    readonly FrozenDictionary<string, string> meanings = library.MarkMeanings.ToFrozenDictionary();
    readonly ModelLibrary models = library.Models;

    /// <summary>A paragraph in Markdown; null where nothing was done to the data.</summary>
    public string? Of(Discovery discovery)
    {
        if (discovery.Label is not { } label || label.Marks == Marks.All) return null;
        var left = Told(label.Marks);
        if (left.Count == 0) return null;
        var text = new StringBuilder("**What was done to the data on its way does not help here:**\n");
        foreach (var step in FromTheSource(label.Step))
        {
            var done = marks.Names(models.MarksGivenBy(step.Symbol)).Where(left.Remove).ToList();
            if (done.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\n- `{step.Symbol}` (`{step.Span.File.Path}`, line {step.Span.Line}) makes it {Words(done)}.");
        }
        if (left.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\n- What it was put into, or held against, leaves it {Words(left)}.");
        if (Told(discovery.Rule.Stops) is { Count: > 0 } helpful) text.Append(CultureInfo.InvariantCulture, $"\n\nIt would help if it were {Words(helpful, "or")}.");
        return text.ToString();
    }

    /// <summary>The names of the marks that are worth telling, in order.</summary>
    List<string> Told(ulong set) => [.. marks.Names(set).Where(meanings.ContainsKey).Order(StringComparer.Ordinal)];

    static IEnumerable<Step> FromTheSource(Step last)
    {
        var steps = new Stack<Step>();
        for (var step = last; step is not null; step = step.Previous) steps.Push(step);
        return steps;
    }

    string Words(List<string> names, string before = "and")
    {
        List<string> words = [.. names.Select(n => meanings[n])];
        return words is [.. var others, var last] && others.Count > 0 ? $"{string.Join(", ", others)} {before} {last}" : words[0];
    }
}
