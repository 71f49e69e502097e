namespace Merlon.Core.Retention;

/// <summary>For how many days things are kept; 0 keeps them for good.</summary>
public sealed record RetentionOptions
{
    public int EventDays { get; init; } = 365;

    /// <summary>For good, unless somebody decides otherwise.</summary>
    public int AuditDays { get; init; }

    /// <summary>Ended jobs with their tasks and logs.</summary>
    public int JobDays { get; init; } = 90;

    /// <summary>Scans of code that a later one has replaced.</summary>
    public int ScanDays { get; init; }

    /// <summary>Snapshots of machines that a later one has replaced.</summary>
    public int SnapshotDays { get; init; }
}
