using System.Reflection;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Merlon.Server.Apis.Guardian.Reading;

/// <summary>What a body says, read field by field.</summary>
interface IGuardianFields<TSelf> where TSelf : IGuardianFields<TSelf>
{
    /// <summary>The name that the fields may be wrapped in: <c>node</c>.</summary>
    static abstract string Wrapper { get; }

    /// <summary>Reads the fields; those that cannot be read are noted in them.</summary>
    static abstract TSelf Read(Fields fields);
}

/// <summary>
/// A body in any of the forms that <see cref="FieldSource"/> accepts. It declares no content type: routing would then turn away requests
/// with another one, and those without a body.
/// </summary>
sealed class GuardianBody<T> : IBody, IEndpointParameterMetadataProvider where T : IGuardianFields<T>
{
    private readonly T? _value;

    private GuardianBody(T? value, Refusal? unreadable) => (_value, Unreadable) = (value, unreadable);

    /// <summary>What was sent.</summary>
    public T Value => _value!;

    public Refusal? Unreadable { get; }

    /// <summary>Says which fields are read, for the API's document.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        var fields = new Fields(default);
        T.Read(fields);
        builder.Metadata.Add(new WrappedBody(T.Wrapper, [.. fields.Asked.Select(field => (field.Name, Type(field.Kind)))]));
    }

    /// <summary>Called by the framework.</summary>
    public static async ValueTask<GuardianBody<T>> BindAsync(HttpContext http)
    {
        if (await FieldSource.Read(http.Request, T.Wrapper, http.RequestAborted) is not { } json)
            return new(default, new Refusal.Invalid("", $"The body is not a JSON object: {{\"{T.Wrapper}\": {{...}}}}."));
        var fields = new Fields(json);
        var value = T.Read(fields);
        return fields.Errors.IsEmpty ? new(value, null) : new(default, new Refusal.Invalid(fields.Errors));
    }

    private static string Type(FieldKind kind) => kind switch { FieldKind.Number => "integer", FieldKind.Flag => "boolean", FieldKind.Document => "object", _ => "string" };
}
