using Merlon.Core.Blobs;

namespace Merlon.Core.Codebases;

/// <summary>Has the engine open an upload to its end before it is acknowledged.</summary>
internal sealed class CodebaseProbe(CodebaseFiles files, ICodeEngine engine) : ICodebaseProbe
{
    public async Task<string?> WhyNot(BlobId archive, UploadDraft draft, CancellationToken ct)
    {
        using var scratch = files.NewScratch();
        var file = await files.Fetch(archive, scratch, "upload.archive", ct);
        return await engine.WhyNot(new(file, CodebaseFiles.Expansion(draft.Level, draft.DeleteArchives, draft.FolderSuffix)), scratch.Folder, ct);
    }
}
