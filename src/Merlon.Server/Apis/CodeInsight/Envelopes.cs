using System.Text.Json.Serialization;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>A success of the REST family.</summary>
sealed record Data<T>([property: JsonPropertyName("data")] T Value);

/// <summary>A success of the legacy family.</summary>
sealed record Content<T>([property: JsonPropertyName("Content: ")] T Value);

/// <summary>What a creation answers: some clients read the id on top, others inside <c>data</c>.</summary>
sealed record Created(long Id)
{
    public CreatedData Data => new(Id);
}

/// <summary>The id once more.</summary>
sealed record CreatedData(long Id);
