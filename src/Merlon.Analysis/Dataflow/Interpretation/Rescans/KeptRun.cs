using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// Runs of entry points as they are kept. Functions and inquiries stand here once, with what they were when the runs were made; runs name
/// them by their number.
/// </summary>
sealed record KeptRuns(IReadOnlyList<Kept<string>> Functions, IReadOnlyList<Kept<KeptInquiry>> Inquiries, IReadOnlyDictionary<string, KeptRun> Runs)
{
    public static KeptRuns None { get; } = new([], [], new Dictionary<string, KeptRun>());
}

/// <summary>Something that was asked, with the digest of the answer.</summary>
readonly record struct Kept<T>(T Asked, UInt128 Answer);

/// <summary>An <see cref="Inquiry"/>, its function by name.</summary>
readonly record struct KeptInquiry(InquiryKind Kind, string? Type, string? Name, int Arity, string? Function);

/// <summary>A run of an entry point as it is kept: the functions it entered, what else it asked, and its result by names and places.</summary>
sealed record KeptRun(ImmutableArray<int> Covered, ImmutableArray<int> Asked, ImmutableArray<string> Cut, ImmutableArray<KeptDiscovery> Discoveries);

/// <summary>A place: one of those that a function speaks of, by its number; or that of a type as a whole, which is number -1.</summary>
readonly record struct KeptSpan(string Owner, int Number)
{
    public const int WholeType = -1;
}

/// <summary>A <see cref="Discovery"/>; <see cref="Source"/> is null when the rule is about arguments.</summary>
sealed record KeptDiscovery(string Rule, KeptSpan Span, string Function, string Symbol, string? Evidence, KeptSource? Source, ulong Marks, ImmutableArray<KeptStep> Steps);

/// <summary>Where data came in.</summary>
sealed record KeptSource(string Kind, KeptSpan Span, string Symbol, string Path);

/// <summary>A step of a flow, in the order from the source.</summary>
sealed record KeptStep(KeptSpan Span, string Symbol, string? Type, string Function);
