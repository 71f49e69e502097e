namespace Merlon.Core.Applications;

/// <summary>What the Code Insight document keeps with a project beyond what every application has.</summary>
public sealed record ProjectSettings
{
    /// <summary>"Not Started", "Analysis In Progress", "Analysis Completed" or "Project Completed".</summary>
    public string Status { get; init; } = "Not Started";

    /// <summary>HIGH, MEDIUM or LOW.</summary>
    public string Risk { get; init; } = "MEDIUM";
    public bool Private { get; init; }
    public string? FolderName { get; init; }
    public string? PolicyProfileName { get; init; }
    public string? ScanProfileName { get; init; }
    public bool AutoPublish { get; init; } = true;
    public bool MarkAssociatedFilesAsReviewed { get; init; }
    public bool DeleteEmptyInventory { get; init; }
    public bool DoNotPublishInventoryUnknownLicense { get; init; }
    public string? SecurityContact { get; init; }
    public string? LegalContact { get; init; }
    public string? DeveloperContact { get; init; }
}
