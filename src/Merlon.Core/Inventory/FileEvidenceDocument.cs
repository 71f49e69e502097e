using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Analysis;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Merlon.Core.Inventory;

/// <summary>What was found in one file, kept as one document because it is only ever read whole.</summary>
public sealed record FileEvidenceDocument
{
    /// <summary>SPDX expressions, in the order of the file.</summary>
    public ImmutableArray<LicenseEvidence> Licenses { get; init; } = [];
    public ImmutableArray<CopyrightEvidence> Copyrights { get; init; } = [];
    public ImmutableArray<AuthorEvidence> Authors { get; init; } = [];
    public ImmutableArray<EmailEvidence> Emails { get; init; } = [];
    public ImmutableArray<UrlEvidence> Urls { get; init; } = [];
    public ImmutableArray<TermEvidence> Terms { get; init; } = [];
    public ImmutableArray<MatchEvidence> Matches { get; init; } = [];

    internal static ValueConverter<FileEvidenceDocument?, string?> Column { get; } = new(
        document => document == null ? null : JsonSerializer.Serialize(document, JsonSerializerOptions.Web),
        text => text == null ? null : JsonSerializer.Deserialize<FileEvidenceDocument>(text, JsonSerializerOptions.Web));

    /// <summary>The evidence of a file, or null when there is none.</summary>
    public static FileEvidenceDocument? From(ScannedFile file) =>
        file.Licenses.Length + file.Copyrights.Length + file.Authors.Length + file.Emails.Length + file.Urls.Length + file.Terms.Length + file.Matches.Length == 0 ? null : new()
        {
            Licenses = file.Licenses, Copyrights = file.Copyrights, Authors = file.Authors, Emails = file.Emails, Urls = file.Urls, Terms = file.Terms, Matches = file.Matches,
        };
}
