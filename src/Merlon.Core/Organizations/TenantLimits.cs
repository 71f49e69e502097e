using Merlon.Core.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Organizations;

/// <summary>
/// How much each tenant may have; 0 is unlimited. What is there when a limit is lowered stays. Counted just before one more is made:
/// makers at the very same moment may each pass, so that a tenant can end a few above its limit and then gets no further.
/// </summary>
public sealed record TenantLimits
{
    /// <summary>Most applications of a tenant.</summary>
    public int Applications { get; init; }

    /// <summary>Most deployments of a tenant, over all its applications.</summary>
    public int Deployments { get; init; }

    /// <summary>Most live security schemes of a tenant, over all its deployments.</summary>
    public int SecuritySchemes { get; init; }

    /// <summary>The refusal of one more, or null where it may be made.</summary>
    /// <param name="what">What is counted, as the caller's document calls it.</param>
    /// <param name="most">The limit; 0 is unlimited and counts nothing.</param>
    /// <param name="present">What the tenant has already.</param>
    internal static async Task<Refusal?> OneMore<T>(string what, int most, IQueryable<T> present, CancellationToken ct) =>
        most > 0 && await present.LongCountAsync(ct) is var count && count >= most ? new Refusal.OverLimit(what, most, count) : null;
}
