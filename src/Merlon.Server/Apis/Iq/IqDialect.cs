using System.Text.Json;
using System.Text.Json.Serialization;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Iq;

/// <summary>IQ Server API: short plain-text errors, JSON only for the conflicts of a move; ids are 32 hex digits; unknown fields ignored.</summary>
sealed class IqDialect : Dialect
{
    // What version-gating clients match; the newest release whose document was found.
    private const string ServerHeader = "NexusIQ/1.204.2-01";

    public override ApiName Api => ApiName.Iq;

    public override string Name => "iq";

    // Lists are filtered, never refused; a stranger sees "not found".
    public override bool RefusesWithoutScope => false;

    public override JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new HexGuid() },
    };

    public override void OnStarting(HttpContext http) => http.Response.Headers.Server = ServerHeader;

    public override Task Refuse(HttpContext http, Refusal refusal) => refusal switch
    {
        Refusal.Invalid(var errors) => Text(http, StatusCodes.Status400BadRequest, string.Join('\n', errors.Select(e => e.Field.Length == 0 ? e.Error : $"{e.Field}: {e.Error}"))),
        Refusal.NotFound(var what) => Text(http, StatusCodes.Status404NotFound, $"The {what} does not exist."),
        Refusal.Forbidden(var scope) => Text(http, StatusCodes.Status403Forbidden, $"This needs the permission {IqPermissions.Of(scope)}."),
        Refusal.Conflict { Reasons: { Length: > 0 } reasons } => Write(http, new { errors = reasons }, StatusCodes.Status409Conflict),
        Refusal.Conflict(_, var why) => Text(http, StatusCodes.Status400BadRequest, why),
        Refusal.OverLimit(var limit, var allowed, _) => Text(http, StatusCodes.Status400BadRequest, $"At most {allowed} {limit} are allowed."),
        _ => throw new InvalidOperationException($"No answer for {refusal}."),
    };

    public override Task Challenge(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"Merlon\", charset=\"UTF-8\"";
        return Text(http, StatusCodes.Status401Unauthorized, "Sign in with a login and password, or with a user token.");
    }

    public override Task Fail(HttpContext http, int status, string message) => Text(http, status, message);

    private static Task Text(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(message, http.RequestAborted);
    }

    private sealed class HexGuid : JsonConverter<Guid>
    {
        public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Guid.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("The JSON value could not be converted to an id.");

        public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("N"));
    }
}
