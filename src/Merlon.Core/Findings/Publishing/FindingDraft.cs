using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Merlon.Analysis;
using Merlon.Core.Scans;

namespace Merlon.Core.Findings.Publishing;

/// <summary>A finding as a scanner or an importer tells it, before it has a row: split into what many share and what is its own.</summary>
internal sealed record FindingDraft(string Fingerprint, ProfileDocument Profile, string Title, string Path, int Line, string Rule, FindingDocument Document)
{
    private static readonly FrozenSet<string> SharedKeys = FrozenSet.Create(
        "category", "severity", "cvss_31_severity_rating", "cwe_category", "owasp_category", "owasp_2021_category", "language", "ml_assisted", "reachability", "confidence");

    /// <summary>By path, line and fingerprint.</summary>
    public static Comparison<FindingDraft> ByPlace { get; } = static (a, b) =>
        string.CompareOrdinal(a.Path, b.Path) is var path and not 0 ? path : a.Line != b.Line ? a.Line.CompareTo(b.Line) : string.CompareOrdinal(a.Fingerprint, b.Fingerprint);

    /// <summary>From what the code engines say.</summary>
    public static FindingDraft Of(Merlon.Analysis.Finding found) => Of(
        found.Fingerprint, found.Type.ToString().ToLowerInvariant(), found.Severity, found.Title, found.Path, found.Line, found.Rule, Given(found),
        new FindingDocument { Description = found.Description ?? "", Column = found.Column, Confidence = found.Confidence, Flow = found.Flow, Facts = SecretFacts(found) });

    /// <summary>From parts; the tags that every finding shows are added where they are missing.</summary>
    public static FindingDraft Of(
        string fingerprint, string type, FindingSeverity severity, string title, string path, int line, string rule, IEnumerable<Merlon.Analysis.FindingTag> given, FindingDocument document)
    {
        var (shared, own) = (new List<Merlon.Analysis.FindingTag>(), ImmutableArray.CreateBuilder<Merlon.Analysis.FindingTag>());
        foreach (var tag in given)
        {
            IList<Merlon.Analysis.FindingTag> tags = SharedKeys.Contains(tag.Key) ? shared : own;
            if (tag.Value.Length > 0 && !tags.Contains(tag)) tags.Add(tag);
        }
        var category = shared.Find(t => t.Key == "category")?.Value ?? DefaultCategory(type);
        Complete(shared, "category", category);
        Complete(shared, "severity", FindingWords.Severity(severity));
        Complete(shared, "cvss_31_severity_rating", FindingWords.Severity(severity));
        shared.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key) is var order and not 0 ? order : string.CompareOrdinal(a.Value, b.Value));
        return new(fingerprint, new(type, severity, category, [.. shared]), title, path, line, rule, document with { Tags = own.DrainToImmutable() });
    }

    /// <summary>Equal for two drafts that say the same.</summary>
    /// <param name="document">The document as it is kept.</param>
    public long Digest(ReadOnlySpan<byte> document, long profileKey)
    {
        var facts = $"{profileKey}\n{Title}\n{Path}\n{Line}\n{Rule}\n";
        var length = Encoding.UTF8.GetByteCount(facts);
        var bytes = ArrayPool<byte>.Shared.Rent(length + document.Length);
        Encoding.UTF8.GetBytes(facts, bytes);
        document.CopyTo(bytes.AsSpan(length));
        var digest = ContentDigest.Of(bytes.AsSpan(0, length + document.Length));
        ArrayPool<byte>.Shared.Return(bytes);
        return digest;
    }

    /// <summary>Whether a tag stands in the profile, where filters and counts find it.</summary>
    public static bool IsShared(string key) => SharedKeys.Contains(key);

    // The engine's tags, and what follows from the rest of the finding.
    private static IEnumerable<Merlon.Analysis.FindingTag> Given(Merlon.Analysis.Finding found)
    {
        foreach (var tag in found.Tags) yield return OwaspCategory.Named(tag);
        if (found.Cwe is { } cwe && !found.Tags.Any(t => t.Key == "cwe_category")) yield return new("cwe_category", $"{cwe}");
        if (SourceLanguage.Of(found.Path) is { } language && !found.Tags.Any(t => t.Key == "language")) yield return new("language", language);
    }

    // What may be told of a secret; its value goes elsewhere.
    private static ImmutableSortedDictionary<string, string> SecretFacts(Merlon.Analysis.Finding found) => found.Secret is not { } secret
        ? ImmutableSortedDictionary<string, string>.Empty
        : ImmutableSortedDictionary<string, string>.Empty.Add("secret", secret.Masked).Add("entropy", secret.Entropy.ToString("0.0##", CultureInfo.InvariantCulture));

    private static void Complete(List<Merlon.Analysis.FindingTag> tags, string key, string value)
    {
        if (!tags.Exists(t => t.Key == key)) tags.Add(new(key, value));
    }

    private static string DefaultCategory(string type) => type switch
    {
        FindingWords.Secret => "Hardcoded Credentials",
        FindingWords.OssVuln => "Vulnerable Dependency",
        FindingWords.Insight => "Security Best Practices",
        _ => "Security Misconfiguration",
    };
}
