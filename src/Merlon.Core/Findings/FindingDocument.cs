using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merlon.Analysis;

namespace Merlon.Core.Findings;

/// <summary>What is told of a finding only when somebody looks at it: nothing here is filtered by.</summary>
public sealed record FindingDocument
{
    /// <summary>Markdown: why it matters here and how to mend it.</summary>
    public string Description { get; init; } = "";
    public int Column { get; init; }
    public FindingConfidence Confidence { get; init; } = FindingConfidence.High;

    /// <summary>From source to sink; empty when it is not about a flow.</summary>
    public ImmutableArray<FlowStep> Flow { get; init; } = [];

    /// <summary>The tags that differ from finding to finding; those shared by many are in the <see cref="FindingProfile"/>.</summary>
    public ImmutableArray<Merlon.Analysis.FindingTag> Tags { get; init; } = [];

    /// <summary>Further facts by name, such as <c>fix</c> or <c>dependency_version</c> of a vulnerable dependency.</summary>
    public ImmutableSortedDictionary<string, string> Facts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Writes it as it is kept: equal documents give equal bytes.</summary>
    internal void Write(Utf8JsonWriter json) => JsonSerializer.Serialize(json, this, FindingJson.Default.FindingDocument);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static FindingDocument Parse(ReadOnlySpan<byte> json) => FindingDocumentReader.Read(json);
}

/// <summary>How findings' documents and profiles are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FindingDocument))]
[JsonSerializable(typeof(ProfileDocument))]
internal sealed partial class FindingJson : JsonSerializerContext;
