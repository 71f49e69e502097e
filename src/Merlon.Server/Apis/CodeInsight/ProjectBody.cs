using System.Collections.Frozen;
using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>The body of a project's creation or change; in a change, what is absent stays.</summary>
sealed record ProjectBody
{
    private static readonly FrozenSet<string> Risks = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "HIGH", "MEDIUM", "LOW");

    public string? Name { get; init; }
    public string? Description { get; init; }
    public string? FolderName { get; init; }
    public string? PolicyProfileName { get; init; }
    public string? ScanProfileName { get; init; }
    public bool? AutoPublish { get; init; }
    public bool? MarkAssociatedFilesAsReviewed { get; init; }
    public string? Owner { get; init; }
    public string? Risk { get; init; }
    public bool? PrivateProject { get; init; }
    public string? ScanServerAlias { get; init; }
    public bool? DeleteEmptyInventory { get; init; }
    public bool? DoNotPublishInventoryUnknownLicense { get; init; }
    public long? FolderId { get; init; }
    public IReadOnlyList<CustomFieldBody>? CustomFields { get; init; }

    /// <summary>What is to be made, or every field that is wrong.</summary>
    public Outcome<ApplicationDraft> ToDraft(Caller caller) => Check() is { } refusal
        ? refusal
        : new ApplicationDraft(Name ?? "") { Description = Description, Contact = Owner ?? caller.Name, Project = Settings(new ProjectSettings()) };

    /// <summary>What is wrong whatever the project is; null when nothing is.</summary>
    public Refusal? Check()
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (Risk is not null && !Risks.Contains(Risk)) errors.Add(new("risk", "Use HIGH, MEDIUM or LOW."));
        if (AutoPublish is null && (MarkAssociatedFilesAsReviewed is not null || DoNotPublishInventoryUnknownLicense is not null))
            errors.Add(new("autoPublish", "autoPublish must be sent together with markAssociatedFilesAsReviewed and doNotPublishInventoryUnknownLicense."));
        if (CustomFields is { Count: > 0 }) errors.Add(new("customFields", "This server has no custom fields yet; leave them out."));
        if (FolderId is not null) errors.Add(new("folderId", "This server has no project folders by id yet; use folderName."));
        return errors.Count == 0 ? null : new Refusal.Invalid(errors.ToImmutable());
    }

    /// <summary>Writes the fields that are there.</summary>
    public Refusal? Apply(Application application)
    {
        application.Name = Name ?? application.Name;
        application.Description = Description ?? application.Description;
        application.Contact = Owner ?? application.Contact;
        application.Project = Settings(application.Project);
        return null;
    }

    private ProjectSettings Settings(ProjectSettings before) => before with
    {
        FolderName = FolderName ?? before.FolderName,
        PolicyProfileName = PolicyProfileName ?? before.PolicyProfileName,
        ScanProfileName = ScanProfileName ?? before.ScanProfileName,
        AutoPublish = AutoPublish ?? before.AutoPublish,
        MarkAssociatedFilesAsReviewed = MarkAssociatedFilesAsReviewed ?? before.MarkAssociatedFilesAsReviewed,
        DoNotPublishInventoryUnknownLicense = DoNotPublishInventoryUnknownLicense ?? before.DoNotPublishInventoryUnknownLicense,
        DeleteEmptyInventory = DeleteEmptyInventory ?? before.DeleteEmptyInventory,
        Private = PrivateProject ?? before.Private,
        Risk = Risk?.ToUpperInvariant() ?? before.Risk,
    };
}

/// <summary>A custom field in a request.</summary>
sealed record CustomFieldBody(long Id, string? Value);
