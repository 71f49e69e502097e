using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Inventory;
using Merlon.Core.Scans;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>A project in a list.</summary>
sealed record ProjectRowWire(long Id, string Name, string? Owner, string Status)
{
    public static ProjectRowWire From(Application application) => new(application.Key, application.Name, application.Contact, application.Project.Status);
}

/// <summary>A project with what its last scan counted.</summary>
sealed record ProjectWire
{
    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string? Description { get; init; }
    public required string? Owner { get; init; }
    public required DateTimeOffset DateCreated { get; init; }
    public ImmutableArray<object> ScanPaths { get; init; } = [];
    public string? ScanProfileName { get; init; }
    public string? PolicyProfileName { get; init; }
    public string Type { get; init; } = "Standard";
    public required string Risk { get; init; }

    /// <summary>The document's own spelling.</summary>
    [JsonPropertyName("projectVisibiity")]
    public required string ProjectVisibility { get; init; }
    public string? LegalContactName { get; init; }
    public string? SecurityContactName { get; init; }
    public string? DevContactName { get; init; }
    public required string ProjectStatus { get; init; }
    public string ScanServerAlias { get; init; } = "merlon";
    public required long TotalFiles { get; init; }
    public required string CodebaseSize { get; init; }
    public required long NumberOfLines { get; init; }
    public required string ProjectPath { get; init; }
    public ImmutableArray<object> ChildProjects { get; init; } = [];
    public ImmutableArray<object> ParentProjects { get; init; } = [];
    public required LicenseCountsWire Licenses { get; init; }
    public required ProjectVulnerabilitiesWire Vulnerabilities { get; init; }
    public ImmutableArray<object> CustomFields { get; init; } = [];
    public required bool DeleteEmptyInventory { get; init; }
}

/// <summary>Items by the priority of their licence.</summary>
sealed record LicenseCountsWire(
    [property: JsonPropertyName("P1")] int P1, [property: JsonPropertyName("P2")] int P2, [property: JsonPropertyName("P3")] int P3, [property: JsonPropertyName("Unknown")] int Unknown)
{
    public static LicenseCountsWire From(InventorySummary summary) => new(
        summary.Licenses.GetValueOrDefault(LicensePriority.P1), summary.Licenses.GetValueOrDefault(LicensePriority.P2),
        summary.Licenses.GetValueOrDefault(LicensePriority.P3), summary.Licenses.GetValueOrDefault(LicensePriority.Unknown));
}

/// <summary>Vulnerabilities of a project by severity, in the two families of CVSS.</summary>
sealed record ProjectVulnerabilitiesWire([property: JsonPropertyName("CvssV3")] CvssV3Wire V3, [property: JsonPropertyName("CvssV2")] CvssV2Wire V2);

/// <summary>Counts by the severities of CVSS 3.</summary>
sealed record CvssV3Wire(
    [property: JsonPropertyName("Critical")] int Critical, [property: JsonPropertyName("High")] int High, [property: JsonPropertyName("Medium")] int Medium,
    [property: JsonPropertyName("Low")] int Low, [property: JsonPropertyName("None")] int None, [property: JsonPropertyName("Unknown")] int Unknown)
{
    public static CvssV3Wire From(InventorySummary s) => new(
        s.Vulnerabilities.GetValueOrDefault(FindingSeverity.Critical), s.Vulnerabilities.GetValueOrDefault(FindingSeverity.High),
        s.Vulnerabilities.GetValueOrDefault(FindingSeverity.Medium), s.Vulnerabilities.GetValueOrDefault(FindingSeverity.Low),
        s.Vulnerabilities.GetValueOrDefault(FindingSeverity.Info), s.UnknownSeverity);
}

/// <summary>Counts by the severities of CVSS 2, which advisories of today no longer give.</summary>
sealed record CvssV2Wire(
    [property: JsonPropertyName("High")] int High, [property: JsonPropertyName("Medium")] int Medium, [property: JsonPropertyName("Low")] int Low, [property: JsonPropertyName("Unknown")] int Unknown);

/// <summary>Shapes a project with the counts that were kept when its scan was published.</summary>
sealed class ProjectShapes(Scans scans, Inventories inventories)
{
    public async Task<ProjectWire> Of(Application application, Caller caller, CancellationToken ct)
    {
        var scan = await scans.Current(application, ct);
        var summary = await inventories.Summary(application, caller, ct);
        return new ProjectWire
        {
            Id = application.Key,
            Name = application.Name,
            Description = application.Description,
            Owner = application.Contact,
            DateCreated = application.CreatedAt,
            ScanProfileName = application.Project.ScanProfileName,
            PolicyProfileName = application.Project.PolicyProfileName,
            Risk = application.Project.Risk,
            ProjectVisibility = application.Project.Private ? "Private" : "Public",
            LegalContactName = application.Project.LegalContact,
            SecurityContactName = application.Project.SecurityContact,
            DevContactName = application.Project.DeveloperContact,
            ProjectStatus = application.Project.Status,
            TotalFiles = scan?.Statistics.Files ?? 0,
            NumberOfLines = scan?.Statistics.Lines ?? 0,
            CodebaseSize = Size(scan?.Statistics.Bytes ?? 0),
            ProjectPath = application.Project.FolderName is { } folder ? $"{folder}/{application.Name}" : application.Name,
            Licenses = LicenseCountsWire.From(summary),
            Vulnerabilities = new(CvssV3Wire.From(summary), new(0, 0, 0, 0)),
            DeleteEmptyInventory = application.Project.DeleteEmptyInventory,
        };
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => $"{bytes / (double)(1L << 30):0.##} GB",
        >= 1L << 20 => $"{bytes / (double)(1L << 20):0.##} MB",
        >= 1L << 10 => $"{bytes / (double)(1L << 10):0.##} KB",
        _ => $"{bytes} bytes",
    };
}
