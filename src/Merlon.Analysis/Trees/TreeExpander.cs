using System.Collections.Immutable;

namespace Merlon.Analysis.Trees;

/// <summary>
/// Makes a folder out of an archive: zip, tar (plain, gzip, bzip2, xz, zstd), 7z, and what is one of these by another name (jar, war,
/// whl, nupkg, gem). It works beside the destination and renames when all is done, so that the destination is whole or absent.
/// An archive inside that is hostile or damaged stays a file and is told of in a note; one that passes a limit of the whole is a refusal.
/// </summary>
public sealed class TreeExpander(ExpansionOptions options)
{
    /// <summary>Expands <paramref name="archive"/> into <paramref name="destination"/>, which must not exist yet.</summary>
    public Task<ExpansionResult> Expand(
        string archive, string destination, IProgress<ExpansionProgress>? progress, CancellationToken ct) =>
        Task.Run(() => ExpandNow(archive, destination, progress, ct), ct);

    ExpansionResult ExpandNow(string archive, string destination, IProgress<ExpansionProgress>? progress, CancellationToken ct)
    {
        if (ExpansionOptions.WhatIsWrongWithSuffix(options.FolderSuffix) is { } wrong) throw new ArgumentException(wrong);
        using var scratch = new ScratchFolder(destination);
        var budget = new ExpansionBudget(options.Limits, new FileInfo(archive).Length);
        var notes = ImmutableArray.CreateBuilder<ScanNote>();
        try
        {
            Write(archive, scratch.Path, "", budget, notes, progress, ct);
            new InnerArchives(scratch.Path, options, (inner, folder, path) => Write(inner, folder, path, budget, notes, progress, ct), notes).Expand(ct);
            scratch.KeepAs(destination);
            return new ExpansionResult.Expanded(destination, budget.Files, budget.Bytes, notes.DrainToImmutable());
        }
        catch (ExpansionRefusedException e)
        {
            return new ExpansionResult.Refused(e.Code, e.Message);
        }
    }

    void Write(
        string archive, string folder, string path, ExpansionBudget budget, ImmutableArray<ScanNote>.Builder notes,
        IProgress<ExpansionProgress>? progress, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var expansion = new ArchiveExpansion(folder, options.Limits, budget, progress);
        expansion.Run(archive, ct);
        if (expansion.Links > 0)
            notes.Add(new("links-left-out", $"{expansion.Links} symbolic links inside the tree were left out.", path.Length == 0 ? null : path));
    }
}
