using System.Collections.Immutable;
using Merlon.Server.Hosting;

namespace Merlon.Server.OpenApi;

/// <summary>One API's document at <c>/openapi/{Name}.json</c>.</summary>
/// <param name="Name">The name of the API's dialect.</param>
/// <param name="Title">What the API is called by those who know it.</param>
/// <param name="InnerPrefix">Where its routes are mapped, where that is not where clients reach them.</param>
/// <param name="Suffix">What clients write at the end of every path.</param>
sealed record ApiDocument(string Name, string Title, string? InnerPrefix = null, string Suffix = "")
{
    private const string Shared = "/api/v2";

    /// <summary>The five.</summary>
    public static ImmutableArray<ApiDocument> All { get; } =
    [
        new("qwiet", "Qwiet API v4"),
        new("code-insight", "Code Insight Project API"),
        new("api-security", "Api Security API"),
        new("guardian", "Guardian API v2", ApiSelection.GuardianPrefix, ".json"),
        new("iq", "IQ Server API", ApiSelection.IqPrefix),
    ];

    /// <summary>The path as clients write it.</summary>
    public string PublicPath(string path) =>
        InnerPrefix is not null && path.StartsWith(InnerPrefix, StringComparison.Ordinal) ? Shared + path[InnerPrefix.Length..].TrimEnd('/') + Suffix : path;
}
