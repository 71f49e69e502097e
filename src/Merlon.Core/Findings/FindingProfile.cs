using System.Collections.Immutable;
using System.Text;
using Merlon.Analysis;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings;

/// <summary>
/// What many findings share: type, severity, category and the tags with few values. A tenant has some hundreds of profiles whatever the number of
/// findings, so a filter is decided per profile and a count is a sum over profiles. Rows never change.
/// </summary>
public sealed class FindingProfile : ITenantOwned
{
    public required long TenantKey { get; init; }
    public required long Key { get; init; }

    /// <summary>SHA-256 of the <see cref="ProfileDocument.Identity"/>, hex.</summary>
    public required string Digest { get; init; }
    public required ProfileDocument Document { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FindingProfile>
    {
        public void Configure(EntityTypeBuilder<FindingProfile> entity)
        {
            entity.ToTable("finding_profiles").HasKey(p => new { p.TenantKey, p.Key });
            entity.HasIndex(p => new { p.TenantKey, p.Digest }).IsUnique();
            entity.Property(p => p.Document).HasConversion(document => document.ToJson(), json => ProfileDocument.Parse(json));
        }
    }
}

/// <summary>The content of a profile.</summary>
/// <param name="Type">As the Qwiet document names types: <c>vuln</c>, <c>secret</c>, <c>insight</c>, <c>oss_vuln</c>, ...</param>
/// <param name="Tags">Sorted by key, then value; a key may repeat.</param>
public sealed record ProfileDocument(string Type, FindingSeverity Severity, string Category, ImmutableArray<Merlon.Analysis.FindingTag> Tags)
{
    private const char Separator = '\u001f';

    /// <summary>The first value of a tag, or null.</summary>
    public string? Tag(string key) => Tags.FirstOrDefault(t => t.Key == key)?.Value;

    /// <summary>Equal for equal profiles and for no others.</summary>
    public string Identity()
    {
        var text = new StringBuilder(Type, 200).Append(Separator).Append((int)Severity).Append(Separator).Append(Category);
        foreach (var tag in Tags) text.Append(Separator).Append(tag.Key).Append(Separator).Append(tag.Value);
        return text.ToString();
    }

    /// <summary>As it is kept.</summary>
    public string ToJson() => System.Text.Json.JsonSerializer.Serialize(this, FindingJson.Default.ProfileDocument);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static ProfileDocument Parse(string json) => System.Text.Json.JsonSerializer.Deserialize(json, FindingJson.Default.ProfileDocument)!;
}
