using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>
/// Code Insight Project API. It has two envelope families, told apart by path: <see cref="CodeInsightRestDialect"/> and
/// <see cref="CodeInsightLegacyDialect"/>. Both read bodies alike: numbers and booleans also as text, unknown fields refused by name.
/// </summary>
abstract class CodeInsightDialect : Dialect
{
    private const string UnauthorizedPage = """
        <!doctype html><html lang="en"><head><title>HTTP Status 401 – Unauthorized</title></head>
        <body><h1>HTTP Status 401 – Unauthorized</h1><p>HTTP Status 401 - Unauthorized</p>
        <p>Send <code>Authorization: Bearer &lt;token&gt;</code> with a token of this server.</p></body></html>
        """;

    public override ApiName Api => ApiName.CodeInsight;

    public override string Name => "code-insight";

    public override JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new TextBoolean() },
    };

    public override Task Refuse(HttpContext http, Refusal refusal) => refusal switch
    {
        Refusal.Invalid(var errors) => Error(http, StatusCodes.Status400BadRequest, [.. errors.Select(e => e.Field.Length == 0 || e.Code == BareMessage ? e.Error : $"{e.Field}: {e.Error}")], errors[0].Field),
        Refusal.NotFound(var what) => Error(http, NotFoundStatus, [$"The {Word(what)} does not exist."], Word(what)),
        Refusal.Forbidden => Error(http, StatusCodes.Status403Forbidden, ["You do not have the permission to do this in this project."], ""),
        Refusal.Conflict(var code, var why) => Error(http, code == InProgress ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest, [why], "name"),
        Refusal.OverLimit(var limit, var allowed, var current) => Error(http, StatusCodes.Status400BadRequest, [$"At most {allowed} {limit} are allowed; counted: {current}."], limit),
        _ => throw new InvalidOperationException($"No answer for {refusal}."),
    };

    /// <summary>Code of a conflict that the document answers with 409: the project is queued or being scanned.</summary>
    public const string InProgress = "SCAN_IN_PROGRESS";

    /// <summary>Code of an error whose message stands alone, without its field before it.</summary>
    public const string BareMessage = "BARE";

    public override Task Challenge(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = "Bearer";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(UnauthorizedPage, http.RequestAborted);
    }

    public override Task Fail(HttpContext http, int status, string message) => Error(http, status, [message], "");

    public override Task Malformed(HttpContext http, string name, string text) => Refuse(http, new Refusal.NotFound("project"));

    /// <summary>What an unknown id answers with.</summary>
    protected abstract int NotFoundStatus { get; }

    /// <summary>Writes errors in the family's envelope.</summary>
    protected abstract Task Error(HttpContext http, int status, ImmutableArray<string> messages, string field);

    // An application is a project here.
    private static string Word(string what) => what == "application" ? "project" : what;

    private sealed class TextBoolean : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
            _ => throw new JsonException("The JSON value could not be converted to a boolean."),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}

/// <summary>The REST family: <c>{"data": …}</c> and <c>{"errors":[{"message"}]}</c>.</summary>
sealed class CodeInsightRestDialect : CodeInsightDialect
{
    protected override int NotFoundStatus => StatusCodes.Status404NotFound;

    protected override Task Error(HttpContext http, int status, ImmutableArray<string> messages, string field) =>
        Write(http, new Envelope([.. messages.Select(message => new Line(message))]), status);

    private sealed record Envelope(ImmutableArray<Line> Errors);

    private sealed record Line(string Message);
}

/// <summary>The legacy family: <c>{"Content: ": …}</c> and <c>{"Arguments: ","Key: ","Error: "}</c>, colon and space in every key; what is unknown is a bad request.</summary>
sealed class CodeInsightLegacyDialect : CodeInsightDialect
{
    protected override int NotFoundStatus => StatusCodes.Status400BadRequest;

    protected override Task Error(HttpContext http, int status, ImmutableArray<string> messages, string field) =>
        Write(http, new Envelope(["", ""], $" Invalid{Parameter(field)}Parm", string.Join(' ', messages)), status);

    private static string Parameter(string field) => field.Length == 0 ? "Request" : field == "project" ? "ProjectId" : char.ToUpperInvariant(field[0]) + field[1..];

    private sealed record Envelope(
        [property: JsonPropertyName("Arguments: ")] string[] Arguments,
        [property: JsonPropertyName("Key: ")] string Key,
        [property: JsonPropertyName("Error: ")] string Message);
}
