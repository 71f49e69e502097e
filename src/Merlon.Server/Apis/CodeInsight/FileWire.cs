using System.Text.Json.Serialization;
using Merlon.Core.Inventory;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>A scanned file. The booleans are text: clients compare with "true".</summary>
sealed record ScannedFileWire(
    long FileId,
    string FilePath,
    string InInventory,
    string Remote,
    string Reviewed,
    string ContainsEvidence,
    [property: JsonPropertyName("fileMD5"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Md5,
    [property: JsonPropertyName("fileSHA1"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sha1)
{
    public static ScannedFileWire From(ScannedFileRow file, bool withMd5, bool withSha1) =>
        new(file.Key, file.Path, Text(file.InInventory), Text(false), Text(false), Text(file.Evidence is not null), withMd5 ? file.Md5 : null, withSha1 ? file.Sha1 : null);

    private static string Text(bool value) => value ? "true" : "false";
}

/// <summary>What was found in a file.</summary>
sealed record EvidenceWire(
    long ScannedFileId,
    string FileName,
    string FilePath,
    bool Remote,
    [property: JsonPropertyName("copyRightMatches")] IReadOnlyList<string> CopyrightMatches,
    IReadOnlyList<string> EmailUrlMatches,
    IReadOnlyList<string> LicenseMatches,
    IReadOnlyList<string> SearchTextMatches,
    int ExactFileMatches,
    int SourceMatches)
{
    public static EvidenceWire From(ScannedFileRow file)
    {
        var evidence = file.Evidence ?? new FileEvidenceDocument();
        return new(
            file.Key,
            file.Path[(file.Path.LastIndexOf('/') + 1)..],
            file.Path,
            false,
            [.. evidence.Copyrights.Select(c => c.Statement).Distinct()],
            [.. evidence.Emails.Select(e => e.Email).Concat(evidence.Urls.Select(u => u.Url)).Distinct()],
            [.. evidence.Licenses.Select(l => l.Expression).Distinct()],
            [.. evidence.Terms.Select(t => t.Text).Distinct()],
            evidence.Matches.Count(m => m.Whole),
            evidence.Matches.Count(m => !m.Whole));
    }
}
