using Merlon.Core.Codebases;
using Merlon.Core.Findings;
using Merlon.Core.Identity;
using Merlon.Core.Inventory;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads one file of an application's current scan: its evidence, and its text where the code is still kept.</summary>
public sealed class FileOverviews(MerlonDb db, ApplicationHeads heads, FindingPlaces places, CodebaseTexts texts)
{
    private const int MostMarks = 1000;
    private static readonly Refusal.NotFound NotFound = new("file");

    /// <summary>The file at a path.</summary>
    public Task<Outcome<FileDetails>> Of(string publicId, string? path, Caller caller, CancellationToken ct) =>
        heads.Read(publicId, caller, ct).Then(async head =>
        {
            if (!caller.May(Scope.EvidenceRead, head.Application)) return (Outcome<FileDetails>)new Refusal.Forbidden(Scope.EvidenceRead);
            if (await Find(head, path ?? "", caller.Tenant, ct) is not { } file) return NotFound;
            return await Details(head, file, caller, ct);
        });

    private async Task<ScannedFileRow?> Find(ApplicationHead head, string path, TenantId tenant, CancellationToken ct)
    {
        // No path has a zero character, and PostgreSQL takes none.
        if (head.Current is not { } scan || path.Contains('\0')) return null;
        return await db.Of<ScannedFileRow>(tenant).AsNoTracking().Where(f => f.ScanKey == scan.Key && f.Path == path).OrderBy(f => f.Key).FirstOrDefaultAsync(ct);
    }

    private async Task<FileDetails> Details(ApplicationHead head, ScannedFileRow file, Caller caller, CancellationToken ct)
    {
        var findings = await places.In(head.Current!, file.Path, ct);
        // Where an older scanner saw a secret that this one does not, its line is left out all the same.
        var kept = caller.May(Scope.SourceRead, head.Application) ? await texts.Read(head.Application, file, ct) : FileText.None("Whole texts are for roles with the scope source:read.");
        var text = Without(kept, findings.Where(f => f.Type == FindingWords.Secret).Select(f => f.Line));
        var marks = FileMarks.Of(file.Evidence, caller.May(Scope.FindingsList, head.Application) ? findings : [], text.SecretLines);
        return new FileDetails(head, file, [.. marks.Take(MostMarks)], Math.Max(0, marks.Length - MostMarks), text);
    }

    private static FileText Without(FileText text, IEnumerable<int> secretLines)
    {
        var all = text.SecretLines.Union(secretLines);
        return text with { SecretLines = all, Lines = [.. text.Lines.Select((line, i) => all.Contains(i + 1) ? "" : line)] };
    }
}
