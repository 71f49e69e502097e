using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>A fault met while interpreting: where, by which rule, and, when it is a flow, how the data came there.</summary>
/// <param name="Symbol">What is called at the sink.</param>
/// <param name="Label">The taint that arrived; null when the rule is about arguments.</param>
/// <param name="Evidence">The constant that made a rule about arguments strike, if any.</param>
sealed record Discovery(Rule Rule, Span Span, Function Function, string Symbol, Label? Label, string? Evidence);

/// <summary>What one machine met: each fault once per place and kind of source, with the shortest way kept.</summary>
sealed class Discoveries
{
    readonly Dictionary<(string Rule, Span Span, string? Kind), Discovery> found = [];

    public IEnumerable<Discovery> All => found.Values;

    /// <summary>Functions that were not interpreted to their end, or not entered, because a budget was spent.</summary>
    public HashSet<Function> Cut { get; } = [];

    public void Add(Discovery discovery)
    {
        var key = (discovery.Rule.Id, discovery.Span, discovery.Label?.Source.Kind);
        if (found.TryGetValue(key, out var known) && known.Label?.Step.Count <= discovery.Label?.Step.Count) return;
        found[key] = discovery;
    }
}
