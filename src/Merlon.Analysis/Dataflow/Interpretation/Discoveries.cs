using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>A fault met while interpreting: where, by which rule, and, when it is a flow, how the data came there.</summary>
/// <param name="Symbol">What is called at the sink.</param>
/// <param name="Label">The taint that arrived; null when the rule is about arguments.</param>
/// <param name="Evidence">The constant that made a rule about arguments strike, if any.</param>
sealed record Discovery(Rule Rule, Span Span, Function Function, string Symbol, Label? Label, string? Evidence)
{
    /// <summary>Whether a check that comes between this place and the use of what is made here still helps.</summary>
    public bool IsHarmLater { get; init; }

    /// <summary>Whether the data went into a function that was not followed, and may not have come out or may have been tested there.</summary>
    public bool IsGuessed => Label is { } label && (label.Marks & Marks.Guesses) != 0;

    /// <summary>Whether the data comes from a route that only administrators may call.</summary>
    public bool IsOfAdministrators { get; init; }
}

/// <summary>What one machine met: each fault once per place and kind of source, with the shortest way kept.</summary>
sealed class Discoveries
{
    readonly Dictionary<(string Rule, Span Span, string? Kind), Discovery> found = [];
    readonly Dictionary<(string Rule, Span Span, Source Source), Discovery> withheld = [];
    readonly HashSet<(string Rule, Span Span, Source Source)> checkedLater = [];
    readonly HashSet<(string Rule, Source Source)> used = [];

    public IEnumerable<Discovery> All
    {
        get
        {
            foreach (var (place, discovery) in withheld)
                if (!checkedLater.Contains(place) || used.Contains((place.Rule, place.Source))) Keep(discovery);
            withheld.Clear();
            return found.Values;
        }
    }

    /// <summary>Functions that were not interpreted to their end, or not entered, because a budget was spent.</summary>
    public HashSet<Function> Cut { get; } = [];

    public void Add(Discovery discovery)
    {
        if (discovery is { IsHarmLater: true, Label: { } label }) Shorter(withheld, (discovery.Rule.Id, discovery.Span, label.Source), discovery);
        else Keep(discovery);
    }

    /// <summary>What was made of a source's data was used, with no check before that stops the rule.</summary>
    public void Use(Rule rule, Source source) => used.Add((rule.Id, source));

    /// <summary>A check is passed on some path.</summary>
    public void Pass(Check check)
    {
        foreach (var (place, discovery) in withheld)
            if (place.Source == check.Source && (Marks.WithConsequences(check.Marks) & discovery.Rule.Stops) != 0) checkedLater.Add(place);
    }

    void Keep(Discovery discovery) =>
        Shorter(found, (discovery.Rule.Id, discovery.Span, discovery.Label?.Source.Kind), discovery);

    static void Shorter<TKey>(Dictionary<TKey, Discovery> among, TKey key, Discovery discovery) where TKey : notnull
    {
        if (!among.TryGetValue(key, out var known) || Compare(known, discovery) > 0) among[key] = discovery;
    }

    public void Add(IEnumerable<Discovery> discoveries, IEnumerable<Function> cut)
    {
        foreach (var discovery in discoveries) Add(discovery);
        Cut.UnionWith(cut);
    }

    /// <summary>What was followed before what is guessed, then the shorter way; of two that are as long always the same one, so that it does not matter which was met first.</summary>
    static int Compare(Discovery left, Discovery right)
    {
        var order = left.IsGuessed.CompareTo(right.IsGuessed);
        if (order == 0) order = (left.Label?.Step.Count ?? 0).CompareTo(right.Label?.Step.Count ?? 0);
        for (var (mine, other) = (left.Label?.Step, right.Label?.Step); order == 0 && mine is not null && !ReferenceEquals(mine, other); (mine, other) = (mine.Previous, other!.Previous))
            order = Compare(mine, other!);
        if (order == 0) order = string.CompareOrdinal(left.Label?.Source.Path, right.Label?.Source.Path);
        if (order == 0) order = string.CompareOrdinal(left.Evidence, right.Evidence);
        return order != 0 ? order : string.CompareOrdinal(left.Symbol, right.Symbol);
    }

    static int Compare(Step left, Step right)
    {
        var order = string.CompareOrdinal(left.Span.File.Path, right.Span.File.Path);
        if (order == 0) order = left.Span.Start.CompareTo(right.Span.Start);
        if (order == 0) order = left.Span.End.CompareTo(right.Span.End);
        return order != 0 ? order : string.CompareOrdinal(left.Symbol, right.Symbol);
    }
}
