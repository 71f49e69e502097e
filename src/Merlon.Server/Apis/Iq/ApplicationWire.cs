using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;
using Merlon.Core.Outcomes;

namespace Merlon.Server.Apis.Iq;

/// <summary>An application: with its tags, or with the categories behind them when asked for.</summary>
sealed record ApplicationWire(
    Guid Id,
    string PublicId,
    string Name,
    string OrganizationId,
    string? ContactUserName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ApplicationTagWire>? ApplicationTags,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<CategoryWire>? Categories);

/// <summary>The link that puts a category on an application.</summary>
sealed record ApplicationTagWire(Guid Id, Guid TagId, Guid ApplicationId);

/// <summary>A list of applications.</summary>
sealed record ApplicationListWire(IReadOnlyList<ApplicationWire> Applications);

/// <summary>The body of a creation or change; of a tag only the category's id is read.</summary>
sealed record ApplicationBody(string? PublicId, string? Name, string? OrganizationId, string? ContactUserName, IReadOnlyList<TagBody?>? ApplicationTags)
{
    /// <summary>What is to be made, or every field that is missing or unreadable.</summary>
    public Outcome<ApplicationDraft> ToDraft()
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (string.IsNullOrEmpty(PublicId)) errors.Add(new("publicId", "A public id is required."));
        if (string.IsNullOrEmpty(Name)) errors.Add(new("name", "A name is required."));
        if (IqIds.Read(OrganizationId) is not { } organization)
        {
            errors.Add(new("organizationId", "The id of an organization is required: 32 hex digits, or ROOT_ORGANIZATION_ID."));
            return new Refusal.Invalid(errors.ToImmutable());
        }
        var tags = ReadTags();
        if (tags.Refusal is Refusal.Invalid(var bad)) errors.AddRange(bad);
        return errors.Count > 0
            ? new Refusal.Invalid(errors.ToImmutable())
            : new ApplicationDraft(Name!) { PublicId = PublicId, Organization = organization.Id, InRoot = organization.Id is null, Contact = ContactUserName, Categories = tags.Value };
    }

    /// <summary>The categories that the tags name.</summary>
    public Outcome<ImmutableArray<Guid>> ReadTags()
    {
        var ids = (ApplicationTags ?? []).Select(tag => (Read: Guid.TryParse(tag?.TagId, out var id), Id: id)).ToList();
        return ids.TrueForAll(tag => tag.Read) ? ids.Select(tag => tag.Id).ToImmutableArray() : new Refusal.Invalid("applicationTags.tagId", "The id of a tag is 32 hex digits.");
    }

    /// <summary>Writes the fields that a change may change; id and organization stay, whatever the body says.</summary>
    public Refusal? Apply(Application application)
    {
        (application.PublicId, application.Name, application.Contact) = (PublicId ?? "", Name ?? "", ContactUserName);
        return null;
    }
}

/// <summary>A tag in a body.</summary>
sealed record TagBody(string? TagId);

/// <summary>Shapes applications for this wire, with the organizations and tags they refer to read in one query each.</summary>
sealed class ApplicationShapes(Organizations organizations, ApplicationCategories categories)
{
    /// <summary>A list, in the order given.</summary>
    public async Task<ApplicationListWire> List(IReadOnlyList<Application> applications, bool withCategories, Caller caller, CancellationToken ct)
    {
        var owners = await organizations.OwnersOf(applications, caller, ct);
        var tags = await categories.OnApplications(applications, caller, ct);
        return new([.. applications.Select(a => Shape(a, owners, tags, withCategories))]);
    }

    /// <summary>One application, with its tags.</summary>
    public async Task<ApplicationWire> One(Application application, Caller caller, CancellationToken ct) => (await List([application], false, caller, ct)).Applications[0];

    private static ApplicationWire Shape(Application a, IReadOnlyDictionary<long, Organization> owners, ILookup<long, (ApplicationTag Link, ApplicationCategory Category)> tags, bool withCategories) => new(
        a.Id,
        a.PublicId,
        a.Name,
        IqIds.Of(owners[a.OrganizationKey]),
        a.Contact,
        withCategories ? null : [.. tags[a.Key].Select(t => new ApplicationTagWire(t.Link.Id, t.Category.Id, a.Id))],
        withCategories ? [.. tags[a.Key].Select(t => CategoryWire.From(t.Category, owners.GetValueOrDefault(t.Category.OrganizationKey)))] : null);
}
