using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>A run of an entry point as it is kept: what it asked about, the digest of all that, and its result by names and places.</summary>
sealed record KeptRun(
    ImmutableArray<string> Types,
    ImmutableArray<string> Functions,
    UInt128 Digest,
    ImmutableArray<string> Covered,
    ImmutableArray<string> Cut,
    ImmutableArray<KeptDiscovery> Discoveries);

/// <summary>A place in a file, in bytes.</summary>
readonly record struct KeptSpan(string Path, int Start, int End);

/// <summary>A <see cref="Discovery"/>; <see cref="Source"/> is null when the rule is about arguments.</summary>
sealed record KeptDiscovery(string Rule, KeptSpan Span, string Function, string Symbol, string? Evidence, KeptSource? Source, ulong Marks, ImmutableArray<KeptStep> Steps);

/// <summary>Where data came in.</summary>
sealed record KeptSource(string Kind, KeptSpan Span, string Symbol, string Path);

/// <summary>A step of a flow, in the order from the source.</summary>
sealed record KeptStep(KeptSpan Span, string Symbol, string? Type, string Function);
