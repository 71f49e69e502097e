using System.Collections.Frozen;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Rules;

/// <summary>All rules, found by what a call names. Safe for concurrent use.</summary>
sealed class RuleSet
{
    readonly ILookup<(string Type, string Method), Sink> sinks;
    readonly ILookup<string, Sink> byMethod;
    /// <summary>Texts, and what a text may be wrapped in on its way into a response.</summary>
    static readonly FrozenSet<string> Texts = new[] { "String", "CharSequence", "ResponseEntity", "HttpEntity", "Mono", "CompletableFuture", "Callable", "DeferredResult" }.ToFrozenSet();

    readonly ImmutableArray<Rule> ofReturns;

    public RuleSet(IEnumerable<Rule> rules)
    {
        All = [.. rules.OrderBy(r => r.Id, StringComparer.Ordinal)];
        ofReturns = [.. All.Where(r => r.Returns.Count > 0)];
        sinks = All.SelectMany(r => r.Sinks).ToLookup(s => (s.Type, s.Method));
        byMethod = sinks.SelectMany(s => s).ToLookup(s => s.Method);
    }

    public ImmutableArray<Rule> All { get; }

    /// <summary>The sinks that a call of a method on this type is, by the type itself or a supertype.</summary>
    public ImmutableArray<Sink> At(Hierarchy hierarchy, string? type, string method, int arity) =>
        type is null ? [] : hierarchy.SinksOf(this, type, method, arity);

    /// <summary>The sinks that a call of a method may be when nothing is known of the type it is made on.</summary>
    public IEnumerable<Sink> Named(string method) => byMethod[method];

    /// <summary>The rules that look at what a function returns, by the annotations on it and on its type.</summary>
    public IEnumerable<Rule> OnReturnOf(Function function, Hierarchy hierarchy)
    {
        if (ofReturns.IsEmpty || function.ResultType is not { } type || !MayBeText(type)) return [];
        IEnumerable<Annotation> annotations = [.. function.Annotations, .. hierarchy.Find(function.Owner)?.Annotations ?? []];
        return ofReturns.Where(r => annotations.Any(a => r.Returns.Contains(a.Name)));
    }

    /// <summary>Objects of other types are not written as they are, but as a document that escapes what they hold.</summary>
    static bool MayBeText(string type) => Texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(type.AsSpan(type.LastIndexOf('.') + 1));

    /// <summary>The same without what the hierarchy keeps of it.</summary>
    public ImmutableArray<Sink> Search(Hierarchy hierarchy, string type, string method, int arity) =>
    [
        .. hierarchy.Ancestors(type).Select(hierarchy.Canonical).Distinct()
            .SelectMany(ancestor => sinks[(ancestor, method)]).Where(s => s.Arity is null || s.Arity == arity),
    ];
}
