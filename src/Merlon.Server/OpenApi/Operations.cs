using System.Reflection;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace Merlon.Server.OpenApi;

/// <summary>Says of each operation what it is called, what its caller needs and how it refuses.</summary>
static class Operations
{
    private const string RoutesEnding = "Routes";

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<MethodInfo>().FirstOrDefault() is { DeclaringType: { } routes } handler)
        {
            var resource = routes.Name.EndsWith(RoutesEnding, StringComparison.Ordinal) ? routes.Name[..^RoutesEnding.Length] : routes.Name;
            operation.Summary = $"{resource}: {handler.Name}";
        }
        operation.Description = Needs(metadata);
        if (metadata.OfType<NeedsNobody>().Any()) operation.Security = [];
        AddParameters(operation, context.Description.RelativePath ?? "", metadata);
        operation.RequestBody?.Content?.Remove(BodyTypes.Anything);
        if (metadata.OfType<WrappedBody>().FirstOrDefault() is { } body) operation.RequestBody = Body(body);
        operation.Responses ??= [];
        if (metadata.OfType<SuccessStatus>().FirstOrDefault() is { Status: var status }) Succeed(operation.Responses, status);
        operation.Responses.TryAdd("default", new OpenApiResponse { Description = "A refusal, in this API's own envelope." });
        return Task.CompletedTask;
    }

    // Those that the framework does not see, because they are read from the request as a whole.
    private static void AddParameters(OpenApiOperation operation, string path, IList<object> metadata)
    {
        operation.Parameters ??= [];
        var named = operation.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in path.Split('/').Where(segment => segment.StartsWith('{')).Select(segment => segment.Trim('{', '}', '*')).Where(name => !named.Contains(name)).Reverse())
            operation.Parameters.Insert(0, new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Schema = Text() });
        foreach (var name in metadata.OfType<QueryKeys>().SelectMany(keys => keys.Names))
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Schema = Text() });
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    // The framework says 200 of every operation.
    private static void Succeed(OpenApiResponses responses, int status)
    {
        var told = responses.Remove("200", out var success) ? success : new OpenApiResponse();
        told.Description = ReasonPhrases.GetReasonPhrase(status);
        responses.Add($"{status}", told);
    }

    private static OpenApiRequestBody Body(WrappedBody body)
    {
        var fields = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = body.Fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => new OpenApiSchema { Type = Enum.Parse<JsonSchemaType>(field.Type, ignoreCase: true) }) };
        var schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { [body.Wrapper] = fields } };
        return new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } } };
    }

    private static string Needs(IList<object> metadata)
    {
        if (metadata.OfType<NeedsScope>().LastOrDefault() is { } needs) return $"Needs the scope {string.Join(" or ", needs.AnyOf.Select(scope => scope.Name))}.";
        return metadata.OfType<NeedsNobody>().Any() ? "Open to everybody." : "Needs a valid credential.";
    }
}
