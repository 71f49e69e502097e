namespace Merlon.Nodes.Snapshots;

/// <summary>Stored bytes are not the snapshot that was written: cut short, damaged, or not a snapshot at all.</summary>
public sealed class SnapshotCorruptException : IOException
{
    public SnapshotCorruptException() : this("unknown") { }

    public SnapshotCorruptException(string what) : base($"The stored snapshot cannot be read: {what}.") { }

    public SnapshotCorruptException(string what, Exception inner) : base($"The stored snapshot cannot be read: {what}.", inner) { }
}
