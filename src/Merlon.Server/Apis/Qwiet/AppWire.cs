using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Outcomes;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>A tag as apps and findings show it; values are text, because real clients read nothing else.</summary>
sealed record TagWire(string Key, string Value);

/// <summary>An app.</summary>
sealed record AppWire(string Id, string Name, ImmutableArray<TagWire> Tags, ImmutableArray<string> Labels)
{
    public static AppWire From(Application application) => new(
        application.PublicId, application.Name, [.. ApplicationLabels.Tags(application).Select(t => new TagWire(t.Key, t.Value))], [.. ApplicationLabels.Of(application)]);

    public static ImmutableArray<AppWire> From(IEnumerable<Application> applications) => [.. applications.Select(From)];
}

/// <summary>One app of a creation.</summary>
sealed record AppDraftWire(string? Id, string? Name, string? TeamId, string? BaseBranch)
{
    /// <summary>The drafts, or why the body as a whole is no creation.</summary>
    public static Task<Outcome<IReadOnlyList<ApplicationDraft>>> Read(AppDraftWire[] body)
    {
        var errors = body.Select((app, place) => app is null or { Id: null or "" } ? new FieldError($"[{place}].id", "required") : null).OfType<FieldError>().ToImmutableArray();
        if (body.Length == 0) errors = [new("", "At least one app is required.")];
        return Task.FromResult(errors.IsEmpty ? new Outcome<IReadOnlyList<ApplicationDraft>>([.. body.Select(app => app.ToDraft())]) : new Refusal.Invalid(errors));
    }

    private ApplicationDraft ToDraft() => new(string.IsNullOrWhiteSpace(Name) ? Id! : Name) { PublicId = Id, DefaultBranch = string.IsNullOrWhiteSpace(BaseBranch) ? null : BaseBranch };
}

/// <summary>What became of a creation: the apps made and the ids refused, and beside them the fields of the first app, as the document's sample shows it.</summary>
sealed record AppCreationWire(
    ImmutableArray<AppWire> Apps, ImmutableArray<string> RejectedIds, ImmutableArray<string> RejectedTeamIds,
    string? Id, string? Name, ImmutableArray<TagWire>? Tags, ImmutableArray<string>? Labels)
{
    // There are no teams yet, so every one that is named is refused; the app is made all the same.
    public static AppCreationWire From(BatchCreation made, AppDraftWire[] asked)
    {
        var apps = AppWire.From(made.Created);
        var first = apps.FirstOrDefault();
        return new(apps, made.Rejected, [.. asked.Select(a => a.TeamId).OfType<string>().Where(t => t.Length > 0).Distinct()], first?.Id, first?.Name, first?.Tags, first?.Labels);
    }
}

/// <summary>A change of labels.</summary>
sealed record LabelChangeWire(ImmutableArray<string>? Add, ImmutableArray<string>? Remove, bool Clear = false)
{
    public Refusal? Apply(Application application) => ApplicationLabels.Change(application, Clear, Remove ?? [], Add ?? []);
}
