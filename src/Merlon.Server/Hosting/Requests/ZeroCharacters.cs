using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Hosting.Requests;

/// <summary>Refuses a query that holds the character U+0000: no name holds it, and one of the two databases cannot even look for it.</summary>
sealed class ZeroCharacters(RequestDelegate next)
{
    // The only text of a page's query that reaches the database.
    private const string LookedFor = "q";

    /// <summary>Called by the framework.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        var dialect = http.GetEndpoint()?.Metadata.GetMetadata<Dialect>();
        if (http.Request.Query.FirstOrDefault(given => HoldsZero(given) && (dialect is not null || given.Key == LookedFor)) is not { Key: { } key }) await next(http);
        else if (dialect is not null) await dialect.Refuse(http, new Refusal.Invalid(Plain(key), "Text must not hold the character U+0000."));
        else http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static bool HoldsZero(KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> given) => HoldsZero(given.Key) || given.Value.Any(HoldsZero);

    private static bool HoldsZero(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    private static string Plain(string key) => key.Replace("\0", "", StringComparison.Ordinal);
}
