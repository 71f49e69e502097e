using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Merlon.Core.Findings;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>A finding, with the fields that real clients index without looking whether they are there.</summary>
sealed record FindingWire(
    string Id, string App, string Type, string Title, string? Description, string InternalId, string Severity, string? OwaspCategory, string Category, string Status, string? Assignee,
    string VersionFirstSeen, string ScanFirstSeen, DateTimeOffset CreatedAt, DetailsWire? Details, ImmutableArray<TagWire> Tags, IReadOnlyDictionary<string, string>? RelatedFindings)
{
    private static readonly IReadOnlyDictionary<string, string> NoRelated = new Dictionary<string, string>();

    public static FindingWire From(FindingView view, FindingShape shape) => new(
        $"{view.Finding.Key}", view.Application, view.Profile.Type, view.Finding.Title, shape.Description ? view.Document.Description : null, $"{view.Finding.Rule}/{view.Finding.Fingerprint}",
        FindingWords.Severity(view.Profile.Severity), view.Profile.Tag("owasp_category"), view.Profile.Category, FindingWords.Status(view.Triage.Status), view.Triage.Assignee is { Length: > 0 } who ? who : null,
        view.Finding.FirstVersion, $"{view.Finding.FirstScanNumber}", view.Finding.CreatedAt, shape.Details ? DetailsWire.From(view, shape.Dataflows) : null,
        [.. view.Profile.Tags.Concat(view.Document.Tags).Select(t => new TagWire(t.Key, t.Value))], shape.RelatedFindings ? NoRelated : null);
}

/// <summary>The details of a finding; which fields there are depends on its type.</summary>
sealed record DetailsWire
{
    public required string Name { get; init; }
    public required string Tags { get; init; }
    public string? MlAssisted { get; init; }
    public string? SourceMethod { get; init; }
    public string? SinkMethod { get; init; }
    public ImmutableArray<string>? FileLocations { get; init; }
    public FlowWire? Dataflow { get; init; }

    [JsonPropertyName("fileName")]
    public string? FileName { get; init; }

    [JsonPropertyName("lineNumber")]
    public int? LineNumber { get; init; }

    [JsonPropertyName("vcsUrl")]
    public string? VcsUrl { get; init; }

    /// <summary>Masked, unless the caller may see it and asked.</summary>
    public string? Secret { get; init; }
    public string? Entropy { get; init; }
    public string? Fix { get; init; }
    public DependencyWire? Dependency { get; init; }

    public static DetailsWire From(FindingView view, bool dataflows)
    {
        var named = new DetailsWire { Name = view.Finding.Rule, Tags = "" };
        return view.Profile.Type switch
        {
            FindingWords.OssVuln => named with { Fix = view.Document.Facts.GetValueOrDefault("fix"), Dependency = DependencyWire.From(view), FileName = view.Finding.Path },
            FindingWords.Secret => named with { Secret = view.Revealed ?? Own(view, "secret"), Entropy = Own(view, "entropy"), FileName = view.Finding.Path, LineNumber = view.Finding.Line, VcsUrl = "" },
            FindingWords.Vuln => named with
            {
                MlAssisted = view.Profile.Tag("ml_assisted") ?? "false",
                SourceMethod = Own(view, "source_method") ?? "",
                SinkMethod = Own(view, "sink_method") ?? "",
                FileLocations = Locations(view),
                Dataflow = dataflows ? FlowWire.From(view) : null,
            },
            _ => named with { FileName = view.Finding.Path, LineNumber = view.Finding.Line, FileLocations = Locations(view) },
        };
    }

    private static string? Own(FindingView view, string key) => view.Document.Tags.FirstOrDefault(t => t.Key == key)?.Value ?? view.Document.Facts.GetValueOrDefault(key);

    private static ImmutableArray<string> Locations(FindingView view) => view.Document.Flow.IsEmpty
        ? [$"{view.Finding.Path}:{view.Finding.Line}"]
        : [.. view.Document.Flow.Select(step => $"{step.Path}:{step.Line}").Distinct()];
}

/// <summary>The package that an advisory hits.</summary>
sealed record DependencyWire(string? GroupId, string ArtifactId, string Version)
{
    public static DependencyWire? From(FindingView view)
    {
        var facts = view.Document.Facts;
        return facts.TryGetValue("dependency_name", out var name) ? new(facts.GetValueOrDefault("dependency_group"), name, facts.GetValueOrDefault("dependency_version", "")) : null;
    }
}
