using System.Collections.Immutable;
using Merlon.Core.Findings;
using Merlon.Core.Identity;
using Merlon.Core.Inventory;
using Merlon.Core.Inventory.Folders;
using Merlon.Core.Outcomes;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Overviews;

/// <summary>Reads the files of an application's current scan folder by folder.</summary>
public sealed class FolderOverviews(MerlonDb db, ApplicationHeads heads, ScannedFolders folders, FindingPlaces places, Inventories inventories)
{
    private const int StretchSize = 100;

    /// <summary>A stretch of what lies in a folder, in path order, after the key <paramref name="after"/>.</summary>
    public Task<Outcome<ApplicationFolder>> Of(string publicId, string? path, long after, Caller caller, CancellationToken ct) =>
        heads.Read(publicId, caller, ct).Then(async head =>
        {
            if (!caller.May(Scope.EvidenceRead, head.Application)) return (Outcome<ApplicationFolder>)new Refusal.Forbidden(Scope.EvidenceRead);
            if (head.Current is not { } scan) return new ApplicationFolder(head, null, [], null, null);
            if ((await folders.Of(scan, ct)).Find(path ?? "") is not { } folder) return new Refusal.NotFound("folder");
            return await Stretch(head, scan, folder, after, caller, ct);
        });

    private async Task<ApplicationFolder> Stretch(ApplicationHead head, Scan scan, ScannedFolder folder, long after, Caller caller, CancellationToken ct)
    {
        var files = await FilesIn(scan, folder, after, ct);
        var entries = folder.Folders.Where(f => f.First > after).Take(StretchSize + 1).Select(f => (f.Last, Entry: Of(f)))
            .Concat(files.Select(f => (Last: f.Key, Entry: Of(f)))).OrderBy(e => e.Last).Take(StretchSize + 1).ToList();
        var shown = entries.Take(StretchSize).Select(e => e.Entry).ToList();
        var atRoot = folder.Path.Length == 0 && caller.May(Scope.InventoryRead, head.Application);
        return new ApplicationFolder(
            head, folder,
            caller.May(Scope.FindingsList, head.Application) ? await Counted(shown, scan, folder, ct) : [.. shown],
            atRoot ? await inventories.Summary(head.Application, caller, ct) : null,
            entries.Count > StretchSize ? entries[StretchSize - 1].Last : null);
    }

    private async Task<List<ScannedFileRow>> FilesIn(Scan scan, ScannedFolder folder, long after, CancellationToken ct)
    {
        // The database counts in code points.
        var (start, from, separator) = (folder.Prefix.EnumerateRunes().Count(), Math.Max(after, folder.First - 1), "/");
        return await db.Of<ScannedFileRow>(scan.Tenant()).AsNoTracking()
            .Where(f => f.ScanKey == scan.Key && f.Key > from && f.Key <= folder.Last && !f.Path.Substring(start).Contains(separator))
            .OrderBy(f => f.Key).Take(StretchSize + 1).ToListAsync(ct);
    }

    private async Task<ImmutableArray<FolderEntry>> Counted(List<FolderEntry> entries, Scan scan, ScannedFolder folder, CancellationToken ct)
    {
        var found = (await places.Below(scan, folder.Prefix, ct)).Where(finding => finding.Open && finding.Path.StartsWith(folder.Prefix, StringComparison.Ordinal))
            .CountBy(finding => ChildOf(folder, finding.Path)).ToDictionary(StringComparer.Ordinal);
        return [.. entries.Select(entry => entry with { Findings = found.GetValueOrDefault(entry.Path) })];
    }

    private static string ChildOf(ScannedFolder folder, string path) => path.IndexOf('/', folder.Prefix.Length) is >= 0 and var end ? path[..end] : path;

    private static FolderEntry Of(ScannedFolder folder) =>
        new(folder.Path, folder.Files, folder.Bytes, [.. folder.Licenses.Select(l => l.Expression)], folder.LicenseKinds, folder.Evidence, folder.Matches, null);

    private static FolderEntry Of(ScannedFileRow file)
    {
        var sum = EvidenceSum.Of(file.Evidence);
        return new(file.Path, null, file.Size, sum.Licenses, sum.Licenses.Length, sum.Pieces, sum.Matches, null);
    }
}
