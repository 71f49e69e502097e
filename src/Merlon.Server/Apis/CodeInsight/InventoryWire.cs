using System.Text.Json.Serialization;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Inventory;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>An item in the summary.</summary>
sealed record InventoryRowWire(
    int ItemNumber, long Id, string Name, string Type, string Priority, string CreatedBy, DateTimeOffset CreatedOn, DateTimeOffset UpdatedOn, string Url, string Confidence,
    string ComponentId, string ComponentName, string ComponentVersionId, string ComponentVersionName, string ReviewStatus, string SelectedLicenseId,
    [property: JsonPropertyName("selectedLicenseSPDXIdentifier")] string SelectedLicenseSpdxIdentifier, string Purl,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ItemVulnerabilitiesWire>? VulnerabilitySummary)
{
    public static InventoryRowWire From(InventoryItem item, SummaryQuery query) => new(
        item.Number, item.Key, item.Name, "Component", ItemWords.Priority(item), item.CreatedBy, item.CreatedAt, item.UpdatedAt, ItemWords.Url(item), "High",
        ItemWords.Number(ItemWords.ComponentId(item)), item.Component, ItemWords.Number(ItemWords.VersionId(item)), ItemWords.OrNotAvailable(item.Version), ItemWords.Review(item.Review),
        ItemWords.Number(ItemWords.LicenseId(item.License)), item.License, item.Purl,
        query.Family is { } family ? [ItemVulnerabilitiesWire.From(item, family)] : null);
}

/// <summary>Vulnerabilities of an item, in the families that were asked for.</summary>
sealed record ItemVulnerabilitiesWire(
    [property: JsonPropertyName("CvssV3"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CvssV3Wire? V3,
    [property: JsonPropertyName("CvssV2"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CvssV2Wire? V2)
{
    public static ItemVulnerabilitiesWire From(InventoryItem item, string family)
    {
        int Of(FindingSeverity severity) => item.Vulnerabilities.Count(v => v.Severity == severity);
        var unknown = item.Vulnerabilities.Count(v => v.Severity is null);
        return new(
            family == "V2" ? null : new(Of(FindingSeverity.Critical), Of(FindingSeverity.High), Of(FindingSeverity.Medium), Of(FindingSeverity.Low), Of(FindingSeverity.Info), unknown),
            family == "V3" ? null : new(0, 0, 0, 0));
    }
}

/// <summary>A project with its inventory, as real servers of the document send it.</summary>
sealed record ProjectInventoryWire(long ProjectId, string ProjectName, string ProjectDescription, string OwnerName, string OwnerEmail, IReadOnlyList<InventoryItemWire> InventoryItems)
{
    public static ProjectInventoryWire From(Application application, IReadOnlyList<InventoryItem> items, bool withFiles, bool withoutVulnerabilities) => new(
        application.Key, application.Name, application.Description ?? "", application.Contact ?? "", "",
        [.. items.Select(item => InventoryItemWire.From(item, withFiles, withoutVulnerabilities))]);
}

/// <summary>One item of the inventory.</summary>
sealed record InventoryItemWire
{
    public required int ItemNumber { get; init; }
    public required long Id { get; init; }
    public required string Name { get; init; }
    public string Type { get; init; } = "Component";
    public required string Priority { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedOn { get; init; }
    public required DateTimeOffset UpdatedOn { get; init; }
    public required string Url { get; init; }
    public string Description { get; init; } = "";
    public required string ComponentId { get; init; }
    public required string ComponentName { get; init; }
    public required string ComponentUrl { get; init; }
    public string ComponentDescription { get; init; } = "";
    public required string ComponentForgeName { get; init; }
    public required string ComponentVersionId { get; init; }
    public required string ComponentVersionName { get; init; }
    public required int SelectedLicenseId { get; init; }
    public required string SelectedLicenseName { get; init; }
    [JsonPropertyName("selectedLicenseSPDXIdentifier")]
    public required string SelectedLicenseSpdxIdentifier { get; init; }
    public required string SelectedLicensePriority { get; init; }
    public required string SelectedLicenseUrl { get; init; }
    public required IReadOnlyList<PossibleLicenseWire> PossibleLicenses { get; init; }
    public string NoticesText { get; init; } = ItemWords.NotAvailable;
    public string AsFoundLicenseText { get; init; } = ItemWords.NotAvailable;
    public string AuditNotes { get; init; } = "";
    public required string DetectionNotes { get; init; }
    public string UsageGuidance { get; init; } = "";
    public required string InventoryReviewStatus { get; init; }
    public required string ReviewStatus { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? FilePaths { get; init; }
    public IReadOnlyList<object> CustomFields { get; init; } = [];
    public required string DependencyScope { get; init; }
    public string? ParentInventoryItem { get; init; }
    [JsonPropertyName("parentInventoryID")]
    public long? ParentInventoryId { get; init; }
    public required string Purl { get; init; }
    public IReadOnlyList<string> Copyrights { get; init; } = [];
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<VulnerabilityWire>? Vulnerabilities { get; init; }

    public static InventoryItemWire From(InventoryItem item, bool withFiles, bool withoutVulnerabilities) => new()
    {
        ItemNumber = item.Number,
        Id = item.Key,
        Name = item.Name,
        Priority = ItemWords.Priority(item),
        CreatedBy = item.CreatedBy,
        CreatedOn = item.CreatedAt,
        UpdatedOn = item.UpdatedAt,
        Url = ItemWords.Url(item),
        ComponentId = ItemWords.Number(ItemWords.ComponentId(item)),
        ComponentName = item.Component,
        ComponentUrl = ItemWords.Url(item),
        ComponentForgeName = item.Forge,
        ComponentVersionId = ItemWords.Number(ItemWords.VersionId(item)),
        ComponentVersionName = ItemWords.OrNotAvailable(item.Version),
        SelectedLicenseId = ItemWords.LicenseId(item.License),
        SelectedLicenseName = ItemWords.LicenseName(item.License),
        SelectedLicenseSpdxIdentifier = item.License,
        SelectedLicensePriority = item.Priority.ToString(),
        SelectedLicenseUrl = ItemWords.LicenseUrl(item.License),
        PossibleLicenses = item.License.Length == 0 ? [] : [new(ItemWords.LicenseId(item.License), item.License, item.License, item.License)],
        DetectionNotes = item.Direct ? "Named by a manifest of the project." : "Needed by another package.",
        InventoryReviewStatus = ItemWords.Review(item.Review),
        ReviewStatus = ItemWords.Review(item.Review),
        FilePaths = withFiles ? item.Files : null,
        DependencyScope = item.Scope == PackageScope.Runtime ? "Runtime" : "Non Runtime",
        Purl = item.Purl,
        Vulnerabilities = withoutVulnerabilities ? null : [.. item.Vulnerabilities.Select(VulnerabilityWire.From)],
    };
}

/// <summary>A licence that an item may have.</summary>
sealed record PossibleLicenseWire(int LicenseId, string LicenseName, [property: JsonPropertyName("licenseSPDXIdentifier")] string LicenseSpdxIdentifier, string ShortName);

/// <summary>What an advisory says about an item.</summary>
sealed record VulnerabilityWire(
    int VulnerabilityId, string VulnerabilityName, string VulnerabilityDescription, string VulnerabilitySource, string VulnerabilityUrl,
    object VulnerabilityCvssV2Score, string VulnerabilityCvssV2Severity, string VulnerabilityCvssV2Vector,
    object VulnerabilityCvssV3Score, string VulnerabilityCvssV3Severity, string VulnerabilityCvssV3Vector,
    [property: JsonPropertyName("vulnerabilityCWE")] IReadOnlyList<object> VulnerabilityCwe, IReadOnlyList<object> VulnerabilityReferences)
{
    public static VulnerabilityWire From(ItemVulnerability v) => new(
        ItemWords.StableNumber(v.Id), v.DisplayId, v.Summary ?? "", v.DisplayId.StartsWith("CVE-", StringComparison.Ordinal) ? "NVD" : "OSV", $"https://osv.dev/vulnerability/{v.Id}",
        ItemWords.NotAvailable, ItemWords.NotAvailable, ItemWords.NotAvailable,
        v.Score is { } score ? score : ItemWords.NotAvailable, v.Severity switch { null => ItemWords.NotAvailable, FindingSeverity.Info => "NONE", { } severity => severity.ToString().ToUpperInvariant() },
        v.Vector ?? ItemWords.NotAvailable, [], [new { url = $"https://osv.dev/vulnerability/{v.Id}" }]);
}
