using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Merlon.Analysis.Rescans;

/// <summary>What one scanner says of one content.</summary>
sealed record FileAnswer
{
    public ImmutableArray<LicenseEvidence> Licenses { get; init; } = [];
    public ImmutableArray<CopyrightEvidence> Copyrights { get; init; } = [];
    public ImmutableArray<AuthorEvidence> Authors { get; init; } = [];
    public ImmutableArray<EmailEvidence> Emails { get; init; } = [];
    public ImmutableArray<UrlEvidence> Urls { get; init; } = [];
    public ImmutableArray<TermEvidence> Terms { get; init; } = [];
    public ImmutableArray<MatchEvidence> Matches { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Licenses.IsEmpty && Copyrights.IsEmpty && Authors.IsEmpty && Emails.IsEmpty && Urls.IsEmpty && Terms.IsEmpty && Matches.IsEmpty;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FileAnswer))]
sealed partial class FileAnswerJson : JsonSerializerContext;
