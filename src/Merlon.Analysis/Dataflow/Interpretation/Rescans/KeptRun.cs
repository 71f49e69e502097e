using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// Runs of entry points, and summaries, as they are kept. Functions, inquiries and summaries stand here once, the first two with what they were
/// when the runs were made; runs name them by their number. A summary stands behind those that it uses.
/// </summary>
/// <param name="Texts">The texts that the contents of summaries name by their numbers.</param>
/// <param name="Needed">How many texts there were when all contents were last written, and later scans only add some; 0 when they are written now.</param>
/// <param name="Items">What numbers in the keys of summaries stand for, from 1 on: texts, other constants, functions.</param>
sealed record KeptRuns(
    IReadOnlyList<string> Texts, int Needed, IReadOnlyList<KeptItem> Items, IReadOnlyList<Kept<string>> Functions, IReadOnlyList<Kept<KeptInquiry>> Inquiries, IReadOnlyList<KeptSummary> Summaries, IReadOnlyDictionary<string, KeptRun> Runs)
{
    /// <summary>The texts with their numbers, while more may be added; null when these were read.</summary>
    public TextNumbers? Numbers { get; init; }

    public static KeptRuns None { get; } = new([], 0, [], [], [], [], new Dictionary<string, KeptRun>());
}

/// <summary>Something that was asked, with the digest of the answer.</summary>
readonly record struct Kept<T>(T Asked, UInt128 Answer);

/// <summary>An <see cref="Inquiry"/>, its function by name.</summary>
readonly record struct KeptInquiry(InquiryKind Kind, string? Type, string? Name, int Arity, string? Function);

/// <summary>A constant; or the name of a function.</summary>
readonly record struct KeptItem(KeptItemKind Kind, object? Content);

/// <summary>What a <see cref="KeptItem"/> is.</summary>
enum KeptItemKind
{
    /// <summary>A text, truth value, number or character.</summary>
    Constant,

    Null,
    GivenNull,
    Function,
    Hidden,

    /// <summary>What has no name that lasts.</summary>
    Nothing,
}

/// <summary>A run as it is kept: the functions it entered, what else it asked, the summaries it used, and its result by names, numbers of blocks, and places.</summary>
sealed record KeptRun(ImmutableArray<int> Covered, ImmutableArray<int> Asked, ImmutableArray<int> Uses, ImmutableArray<string> Cut, ImmutableArray<int> Unreached, ImmutableArray<KeptDiscovery> Discoveries);

/// <summary>A summary as it is kept.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Key">What the function was handed.</param>
/// <param name="Print">What it tells those who use it, as a digest; null when that cannot be compared.</param>
/// <param name="Touched">The types with static fields that it looked at itself.</param>
/// <param name="Shared">The names of what it looked at that is kept under a name.</param>
/// <param name="Content">All that it tells, as <see cref="SummaryWriter"/> writes it; empty when that could not be written, or is made as fast.</param>
sealed record KeptSummary(string Function, ImmutableArray<int> Key, UInt128? Print, KeptRun Run, ImmutableArray<string> Touched, ImmutableArray<string> Shared, ReadOnlyMemory<byte> Content);

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
