namespace Merlon.Core.Blobs;

/// <summary>
/// Says which blobs are named by rows. Columns of type <see cref="BlobId"/> are found in the model and need no owner of their own; what
/// names blobs inside JSON registers one with the container.
/// </summary>
public interface IBlobOwner
{
    /// <summary>Those of <paramref name="ids"/> that something still names.</summary>
    Task<IReadOnlySet<BlobId>> Named(IReadOnlyCollection<BlobId> ids, CancellationToken ct);
}
