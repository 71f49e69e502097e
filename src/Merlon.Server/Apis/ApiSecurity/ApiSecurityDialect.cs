using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.ApiSecurity;

/// <summary>Api Security API: 400 <c>{code, errors}</c>, everything else <c>{code, error}</c>; camel case; unknown fields ignored.</summary>
sealed class ApiSecurityDialect : Dialect
{
    public override ApiName Api => ApiName.ApiSecurity;

    public override string Name => "api-security";

    // A stranger gets 404, never 403.
    public override bool RefusesWithoutScope => false;

    public override JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public override Task Refuse(HttpContext http, Refusal refusal) => refusal switch
    {
        Refusal.Invalid(var errors) => Write(http, new ErrorList(errors.Select(e => e.Code).FirstOrDefault(code => code is not null) ?? "INVALID_REQUEST", [.. errors.Select(Sentence)]), StatusCodes.Status400BadRequest),
        Refusal.NotFound(var what) => Write(http, new Error(NotFoundCode(what), $"The {what} does not exist."), StatusCodes.Status404NotFound),
        Refusal.Forbidden(var scope) => Write(http, new Error("AUTH_FORBIDDEN", $"This needs the scope {scope}."), StatusCodes.Status403Forbidden),
        Refusal.Conflict(var code, var why) => Write(http, new Error(code, why), StatusCodes.Status409Conflict),
        Refusal.OverLimit(var limit, var allowed, var current) => Write(http, new Error("LIMIT_EXCEEDED", $"Limit {limit} exceeded, limit: {allowed}, current: {current}"), StatusCodes.Status422UnprocessableEntity),
        _ => throw new InvalidOperationException($"No answer for {refusal}."),
    };

    public override Task Challenge(HttpContext http) => Write(http, new Error("AUTH_UNAUTHORIZED", "A valid token is required: Authorization: Bearer <token>."), StatusCodes.Status401Unauthorized);

    public override Task Fail(HttpContext http, int status, string message) => Write(http, new Error(status == 429 ? "TOO_MANY_REQUESTS" : "INTERNAL_ERROR", message), status);

    public override Task Malformed(HttpContext http, string name, string text) => Refuse(http, new Refusal.Invalid("id", "The id in the path is not a UUID."));

    private static string NotFoundCode(string what) => what.ToUpperInvariant().Replace(' ', '_') + "_NOT_FOUND";

    private static string Sentence(FieldError error) => error.Field.Length == 0 ? error.Error : $"{error.Field}: {error.Error}";

    private sealed record Error(string Code, [property: JsonPropertyName("error")] string Message);

    private sealed record ErrorList(string Code, ImmutableArray<string> Errors);
}
