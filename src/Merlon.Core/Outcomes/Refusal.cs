using System.Collections.Immutable;
using Merlon.Core.Identity;

namespace Merlon.Core.Outcomes;

/// <summary>Why something was not done. Each API maps all of them to its own envelope in one place, its dialect.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>Does not exist, or may not be seen by the caller: from outside the two look the same.</summary>
    /// <param name="What">The kind of thing, in words a person reads: <c>application</c>, <c>security scheme</c>.</param>
    public sealed record NotFound(string What) : Refusal;

    /// <summary>The caller may see the resource but not do this to it.</summary>
    public sealed record Forbidden(Scope Needed) : Refusal;

    /// <summary>What was sent does not satisfy the rules; every error, each naming its field.</summary>
    public sealed record Invalid(ImmutableArray<FieldError> Errors) : Refusal
    {
        public Invalid(string field, string error, string? code = null) : this([new FieldError(field, error, code)]) { }
    }

    /// <summary>The state of the resource does not allow it: a stale revision, a name that is taken.</summary>
    /// <param name="Code">Stable name of the conflict, as <c>CONCURRENT_UPDATE</c>.</param>
    /// <param name="Why">A sentence that says what to do next.</param>
    public sealed record Conflict(string Code, string Why) : Refusal
    {
        /// <summary>Several reasons at once, for the documents that list them; else empty.</summary>
        public ImmutableArray<string> Reasons { get; init; } = [];
    }

    /// <summary>More than a limit allows: what a tenant may have, or what one call may bring.</summary>
    /// <param name="Limit">What is counted, in the plural.</param>
    /// <param name="Allowed">The most there may be.</param>
    /// <param name="Current">How many there are, or were sent.</param>
    public sealed record OverLimit(string Limit, long Allowed, long Current) : Refusal;
}

/// <summary>One thing wrong with one field of a request.</summary>
/// <param name="Field">The field as the sender wrote it, dotted for nested ones; empty for the whole body.</param>
/// <param name="Error">What is wrong and how to mend it.</param>
/// <param name="Code">The document's own code for this error, where it has one.</param>
public sealed record FieldError(string Field, string Error, string? Code = null);
