using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Hosting.Requests;

/// <summary>Refuses a query that holds the character U+0000: no name holds it, and one of the two databases cannot even look for it.</summary>
sealed class ZeroCharacters(RequestDelegate next)
{
    /// <summary>Called by the framework.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Query.FirstOrDefault(HoldsZero) is not { Key: { } key }) await next(http);
        else if (http.GetEndpoint()?.Metadata.GetMetadata<Dialect>() is { } dialect) await dialect.Refuse(http, new Refusal.Invalid(Plain(key), "Text must not hold the character U+0000."));
        else http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private static bool HoldsZero(KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> given) => HoldsZero(given.Key) || given.Value.Any(HoldsZero);

    private static bool HoldsZero(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;

    private static string Plain(string key) => key.Replace("\0", "", StringComparison.Ordinal);
}
