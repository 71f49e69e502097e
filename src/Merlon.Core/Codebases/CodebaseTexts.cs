using Merlon.Analysis.Trees;
using Merlon.Core.Applications;
using Merlon.Core.Engines;
using Merlon.Core.Inventory;

namespace Merlon.Core.Codebases;

/// <summary>Reads files of the uploaded codebase as they were scanned. A child process opens the archive, and leaves out every line with a secret.</summary>
public sealed class CodebaseTexts(Codebases codebases, CodebaseFiles files, ScanEngines engines, EngineLimits limits, TextTurns turns)
{
    /// <summary>Longest file that is shown, in bytes.</summary>
    public const int MaxBytes = 512 << 10;

    /// <summary>Most lines that are shown.</summary>
    public const int MaxLines = 20_000;

    /// <summary>Most uploads that are opened for one file, newest first.</summary>
    public const int MaxUploads = 20;

    /// <summary>Largest uploads that are opened for one file, in bytes of all together.</summary>
    public const long MaxUploadBytes = 256L << 20;

    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(30);
    private static readonly FileText NoText = FileText.None("This file is not text.");
    private static readonly FileText Gone = FileText.None("The code that was scanned is no longer kept, or was never sent to this server.");

    /// <summary>The text of a file of the application's current scan, or why there is none to show.</summary>
    public async Task<FileText> Read(Application application, ScannedFileRow file, CancellationToken ct)
    {
        if (file.Binary) return NoText;
        if (file.Size > MaxBytes) return FileText.None($"This file is too large to be shown: {MaxBytes >> 10} KB are the most.");
        var opened = 0L;
        foreach (var upload in Enumerable.Reverse(await codebases.Of(application, ct)).Take(MaxUploads))
        {
            if ((opened += upload.Size) > MaxUploadBytes) return FileText.None($"The uploads that may hold this file are too large to be opened for one file: {MaxUploadBytes >> 20} MB are the most.");
            // Uploads lie over one another; the digest tells which of them the scanned file came from.
            var shown = await Read(upload, file, ct);
            if (shown != Gone) return shown;
        }
        return Gone;
    }

    private async Task<FileText> Read(CodebaseUpload upload, ScannedFileRow file, CancellationToken ct)
    {
        using var turn = await turns.Take(ct);
        using var scratch = files.NewScratch();
        var order = new CodeFileOrder(await files.Fetch(upload.Blob, scratch, "upload.archive", ct), file.Path, scratch.Folder)
        {
            Expansion = CodebaseFiles.Expansion(upload.Level, upload.DeleteArchives, upload.FolderSuffix),
            MostBytes = MaxBytes,
        };
        var (end, answer) = await engines.ReadFile(order, limits with { Time = LongestRead, Nice = 0 }, ct);
        ct.ThrowIfCancellationRequested();
        return end is EngineEnd.Finished ? Shown(answer?.Text, file) : FileText.None(end.Message);
    }

    // What was uploaded since the scan is not what the evidence is about.
    private static FileText Shown(CodeText? text, ScannedFileRow file) => text switch
    {
        null => Gone,
        _ when text.Sha1 != file.Sha1 => Gone,
        { Binary: true } => NoText,
        { Lines.Length: > MaxLines } => FileText.None($"This file has too many lines to be shown: {MaxLines} are the most."),
        _ => new FileText(text.Lines, [.. text.SecretLines], null),
    };
}
