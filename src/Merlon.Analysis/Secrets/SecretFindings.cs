using Merlon.Analysis.Secrets.History;

namespace Merlon.Analysis.Secrets;

/// <summary>Makes findings of what was matched: from here on the value is masked, or sealed.</summary>
internal sealed class SecretFindings(SecretSettings settings)
{
    private const int HardcodedCredentials = 798;
    private readonly SecretFingerprints _fingerprints = new(settings.FingerprintKey);

    /// <param name="repeated">How often the same value stood in the file before.</param>
    public Finding InFile(SecretMatch match, string path, int line, int column, int repeated) => Of(match, path, line, column) with
    {
        Title = $"{match.Kind.Title}",
        Fingerprint = _fingerprints.Of(match, repeated == 0 ? path : $"{path}\n{repeated}"),
    };

    public Finding InHistory(SecretMatch match, HistoryBlob blob, int line, int column) => Of(match, blob.Path, line, column) with
    {
        Title = $"{match.Kind.Title}, in the history",
        Description = $"The commit {blob.Commit.Id[..12]} brought it; whoever has a copy of the repository has it still. {match.Kind.Mend}",
        Fingerprint = _fingerprints.Of(match, $"{blob.Path}\nhistory"),
        Tags = [new("commit", blob.Commit.Id), new("author", blob.Commit.Author), new("commit_date", blob.Commit.Date)],
    };

    /// <summary>Equal for equal values; not to be kept.</summary>
    public string ValueId(SecretMatch match) => _fingerprints.OfValue(match);

    private Finding Of(SecretMatch match, string path, int line, int column) => new()
    {
        Type = FindingType.Secret,
        Rule = match.Kind.Id,
        Cwe = HardcodedCredentials,
        Severity = match.Kind.Severity,
        Confidence = match.Kind.Rank == 0 ? FindingConfidence.Medium : FindingConfidence.High,
        Title = match.Kind.Title,
        Description = match.Kind.Mend,
        Path = path,
        Line = line,
        Column = column,
        Fingerprint = "",
        Secret = new(SecretMask.Of(match), SecretMask.Entropy(match), settings.SealKey is { } key ? SecretSeal.Close(match.Value, key) : null),
    };
}
