using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Guardian API: errors are <c>{"error": "..."}</c>; snake case; instants with milliseconds and an offset; ids are whole numbers; nulls are written.</summary>
sealed class GuardianDialect : Dialect
{
    /// <summary>What clients compare the text of a 404 with, to the letter.</summary>
    public const string NotFound = "Not Found";

    private const string NoAuthorization = "No authorization method found";

    public override ApiName Api => ApiName.Guardian;

    public override string Name => "guardian";

    public override JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new Instant() },
    };

    public override Task Refuse(HttpContext http, Refusal refusal) => refusal switch
    {
        Refusal.Invalid(var errors) => Say(http, StatusCodes.Status422UnprocessableEntity, string.Join(" ", errors.Select(e => e.Field.Length == 0 ? e.Error : $"{e.Field}: {e.Error}"))),
        Refusal.NotFound => Say(http, StatusCodes.Status404NotFound, NotFound),
        Refusal.Forbidden(var scope) => Say(http, StatusCodes.Status403Forbidden, $"This needs the permission {scope}."),
        Refusal.Conflict(_, var why) => Say(http, StatusCodes.Status422UnprocessableEntity, why),
        Refusal.OverLimit(var limit, var allowed, _) => Say(http, StatusCodes.Status422UnprocessableEntity, $"At most {allowed} {limit} are allowed."),
        _ => throw new InvalidOperationException($"No answer for {refusal}."),
    };

    public override Task Challenge(HttpContext http) => Say(http, StatusCodes.Status401Unauthorized, NoAuthorization);

    public override Task Fail(HttpContext http, int status, string message) => Say(http, status, message);

    /// <summary>An instant as this API writes it: one client reads exactly three digits of a second, another splits at the dot.</summary>
    public static string Format(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private Task Say(HttpContext http, int status, string message) => Write(http, new Error(message), status);

    private sealed record Error([property: JsonPropertyName("error")] string Message);

    private sealed class Instant : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));
    }
}
