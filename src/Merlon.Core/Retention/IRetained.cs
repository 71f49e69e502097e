using Merlon.Core.Identity;

namespace Merlon.Core.Retention;

/// <summary>A kind of thing that is removed when it is old. Each feature registers its own.</summary>
public interface IRetained
{
    /// <summary>What it is, for the log: <c>events</c>.</summary>
    string What { get; }

    /// <summary>How many days these are kept; 0 for good.</summary>
    int Days(RetentionOptions options);

    /// <summary>Removes some of a tenant's from before that instant, in one short transaction. Returns how many; 0 when none are left.</summary>
    Task<int> RemoveSome(TenantId tenant, DateTimeOffset before, CancellationToken ct);
}
