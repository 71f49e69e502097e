using Merlon.Core.Applications;
using Merlon.Core.Blobs;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Codebases;

/// <summary>What can be done with the uploaded code of an application.</summary>
public sealed class Codebases(MerlonDb db, Keys keys, IBlobStore blobs, ICodebaseProbe probe, Journal journal, TimeProvider time)
{
    /// <summary>The largest archive taken, in bytes: the document's ten gigabytes.</summary>
    public const long MaxBytes = 10L << 30;

    /// <summary>
    /// Takes an archive as it streams in. It is acknowledged once it has been opened to the end within the limits, by an engine in a child
    /// process, and is on the disk; a hostile or broken one is refused and leaves nothing.
    /// </summary>
    public async Task<Outcome<CodebaseUpload>> Upload(Application application, UploadDraft draft, Stream content, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.ScansCreate, application)) return new Refusal.Forbidden(Scope.ScansCreate);
        if (draft.Check() is { Length: > 0 } errors) return new Refusal.Invalid(errors);

        await using var counted = new DigestedStream(content, MaxBytes);
        BlobId blob;
        try
        {
            blob = await blobs.Write(counted, ct, BlobForm.Raw);
        }
        catch (TooLargeException)
        {
            return new Refusal.OverLimit("bytes of an upload", MaxBytes, counted.Bytes);
        }
        if (await probe.WhyNot(blob, draft, ct) is { } why)
        {
            await blobs.Delete(blob, CancellationToken.None);
            return new Refusal.Invalid("codebase", why);
        }
        return await Keep(application, draft, blob, counted, caller, ct);
    }

    /// <summary>The archives that make up the application's codebase, oldest first.</summary>
    public async Task<IReadOnlyList<CodebaseUpload>> Of(Application application, CancellationToken ct) =>
        await db.Of<CodebaseUpload>(new TenantId(application.TenantKey, default)).AsNoTracking().Where(u => u.ApplicationKey == application.Key).OrderBy(u => u.Key).ToListAsync(ct);

    private async Task<CodebaseUpload> Keep(Application application, UploadDraft draft, BlobId blob, DigestedStream read, Caller caller, CancellationToken ct)
    {
        var upload = new CodebaseUpload
        {
            TenantKey = caller.Tenant.Key,
            Key = await keys.Next<CodebaseUpload>(ct),
            ApplicationKey = application.Key,
            Blob = blob,
            Size = read.Bytes,
            Digest = read.Digest(),
            Level = draft.Level,
            DeleteArchives = draft.DeleteArchives,
            FolderSuffix = draft.FolderSuffix,
            UploadedBy = caller.Name,
            UploadedAt = time.GetUtcNow(),
        };
        db.Add(upload);
        // The blobs of what is replaced lose their row here; the sweeper removes them.
        if (draft.Replace) db.RemoveRange(await db.Of<CodebaseUpload>(caller.Tenant).Where(u => u.ApplicationKey == application.Key).ToListAsync(ct));
        await journal.Tell(caller, new Happening("Codebase Uploaded", "application", application.PublicId) { ApplicationKey = application.Key }.With("application", application.Name).With("bytes", upload.Size.ToString()), ct);
        await db.SaveChangesAsync(ct);
        return upload;
    }
}

/// <summary>Opens an archive to its end, away from this process, and says what is wrong with it.</summary>
public interface ICodebaseProbe
{
    /// <summary>Null when the archive expands within the limits, else a sentence that says what to mend.</summary>
    Task<string?> WhyNot(BlobId archive, UploadDraft draft, CancellationToken ct);
}
