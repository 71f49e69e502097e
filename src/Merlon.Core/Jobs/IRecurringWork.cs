namespace Merlon.Core.Jobs;

/// <summary>The server's own work that comes back by the clock: sweeping, retention, downloads. It belongs to no tenant and has no job row.</summary>
public interface IRecurringWork
{
    /// <summary>Its name, unique and stable, as <c>blob-sweeper</c>.</summary>
    string Name { get; }

    /// <summary>The lane whose workers do it.</summary>
    JobLane Lane { get; }

    /// <summary>When, as a Quartz cron expression in UTC (seconds first); null switches it off.</summary>
    string? Cron { get; }

    /// <summary>Does it. Once per installation and time where several workers share a database; running twice does no harm.</summary>
    Task Run(CancellationToken ct);
}
