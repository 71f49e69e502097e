using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>
/// Qwiet API: snake case, <c>{ok, response, next_page}</c> for what was done and exactly <c>{ok, code, message, validation_errors}</c> for what was
/// not (a real client builds its error from these four keys and no others). Times are UTC with microseconds. Unknown fields and query keys are ignored.
/// </summary>
sealed class QwietDialect : Dialect
{
    public override ApiName Api => ApiName.Qwiet;

    public override string Name => "qwiet";

    public override JsonSerializerOptions Json { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new Time() },
    };

    public override Task Refuse(HttpContext http, Refusal refusal) => refusal switch
    {
        Refusal.Invalid(var errors) => Write(http, new Error("BAD_REQUEST", "The request is not valid.", [.. errors.Select(Sentence)]), StatusCodes.Status400BadRequest),
        Refusal.NotFound(var what) => Write(http, new Error("NOT_FOUND", $"{Word(what)} was not found"), StatusCodes.Status404NotFound),
        Refusal.Forbidden(var scope) => Write(http, new Error("FORBIDDEN", $"Forbidden: this needs the scope {scope}."), StatusCodes.Status403Forbidden),
        Refusal.Conflict(var code, var why) => Write(http, new Error(code, why), StatusCodes.Status409Conflict),
        Refusal.OverLimit(var limit, var allowed, var current) => Write(http, new Error("LIMIT_EXCEEDED", $"At most {allowed} {limit} are allowed; counted: {current}."), StatusCodes.Status422UnprocessableEntity),
        _ => throw new InvalidOperationException($"No answer for {refusal}."),
    };

    public override Task Challenge(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Write(http, new Error("UNAUTHORIZED", "A valid access token is required: Authorization: Bearer <token>."), StatusCodes.Status401Unauthorized);
    }

    public override Task Fail(HttpContext http, int status, string message) =>
        Write(http, new Error(status == StatusCodes.Status429TooManyRequests ? "TOO_MANY_REQUESTS" : "INTERNAL_SERVER_ERROR", message), status);

    // The document's words for what other documents call otherwise.
    private static string Word(string what) => what switch
    {
        "application" => "app",
        "organization" => "org",
        "operation" => "an operation with this method and path",
        _ => what,
    };

    private static string Sentence(FieldError error) => error.Field.Length == 0 ? error.Error : $"{error.Field}: {error.Error}";

    private sealed record Error(string Code, string Message, ImmutableArray<string>? ValidationErrors = null)
    {
        [JsonPropertyOrder(-1)]
        public bool Ok => false;
    }

    private sealed class Time : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'"));
    }
}
