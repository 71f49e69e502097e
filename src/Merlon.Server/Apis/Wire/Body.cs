using System.Reflection;
using System.Text.Json;
using Merlon.Core.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Builder;

namespace Merlon.Server.Apis.Wire;

/// <summary>A body that may have been unreadable; then the dialect answers and the handler is not called.</summary>
interface IBody
{
    /// <summary>Why it could not be read; null when it could.</summary>
    Refusal? Unreadable { get; }
}

/// <summary>What bodies have in common.</summary>
static class BodyTypes
{
    /// <summary>The range of all media types.</summary>
    public const string Anything = "*/*";
}

/// <summary>A JSON body, read as the dialect of its endpoint reads.</summary>
sealed class Body<T> : IBody, IEndpointParameterMetadataProvider
{
    private readonly T? _value;

    private Body(T? value, Refusal? unreadable)
    {
        _value = value;
        Unreadable = unreadable;
    }

    /// <summary>What was sent.</summary>
    public T Value => _value!;

    public Refusal? Unreadable { get; }

    /// <summary>Called by the framework.</summary>
    public static async ValueTask<Body<T>> BindAsync(HttpContext http)
    {
        var dialect = http.GetEndpoint()!.Metadata.GetRequiredMetadata<Dialect>();
        if (http.Request.ContentType is { Length: > 0 } && !http.Request.HasJsonContentType()) return new(default, new Refusal.Invalid("", "The body must be JSON: send Content-Type: application/json."));
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, dialect.Reading, http.RequestAborted);
            return value is null ? new(default, new Refusal.Invalid("", "A JSON body is required.")) : new(value, null);
        }
        catch (JsonException exception)
        {
            return new(default, new Refusal.Invalid(exception.Path?.TrimStart('$', '.') ?? "", JsonErrors.Describe(exception)));
        }
    }

    /// <summary>Tells the OpenAPI document what the body is. Routing is to let every type through: turned away there, it would not be refused in the API's own words.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata(["application/json", BodyTypes.Anything], typeof(T)));
}

/// <summary>Words for what a JSON reader complains of.</summary>
static class JsonErrors
{
    /// <summary>A sentence without the reader's inner workings; names the place and keeps the key phrase for unknown fields.</summary>
    public static string Describe(JsonException exception)
    {
        var place = exception.LineNumber is { } line ? $" (line {line + 1}, byte {exception.BytePositionInLine + 1})" : "";
        if (exception.Message == StorableText.Refused) return "Text must not hold the character U+0000.";
        if (exception.Message.Contains("could not be mapped", StringComparison.Ordinal)) return $"Unrecognized field {Quoted(exception.Message)}{place}.";
        if (exception.Message.Contains("missing required properties", StringComparison.Ordinal)) return $"A required field is missing: {exception.Message[(exception.Message.LastIndexOf(':') + 1)..].Trim(' ', '.', '\'')}.";
        return exception.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? $"{(exception.Path?.TrimStart('$', '.') is { Length: > 0 } field ? $"The value of '{field}'" : "The body")} has the wrong type{place}."
            : $"The body is not valid JSON{place}.";
    }

    private static string Quoted(string message)
    {
        var from = message.IndexOf('\'', StringComparison.Ordinal);
        var to = from < 0 ? -1 : message.IndexOf('\'', from + 1);
        return to < 0 ? "" : $"\"{message[(from + 1)..to]}\"";
    }
}
