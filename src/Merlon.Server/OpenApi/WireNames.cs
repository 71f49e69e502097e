using System.Text.Json.Serialization.Metadata;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Merlon.Server.OpenApi;

/// <summary>Gives the properties of a schema the names that the API's dialect writes; the framework knows only its own serializer's.</summary>
static class WireNames
{
    public static Task Apply(OpenApiSchema schema, OpenApiSchemaTransformerContext context, string api)
    {
        if (schema.Properties is not { Count: > 0 } properties || DialectOf(context.ApplicationServices, api) is not { } dialect) return Task.CompletedTask;
        dialect.Json.MakeReadOnly(populateMissingResolver: true);
        var names = Names(context.JsonTypeInfo, dialect.Json.GetTypeInfo(context.JsonTypeInfo.Type));
        schema.Properties = properties.ToDictionary(property => names.GetValueOrDefault(property.Key, property.Key), property => property.Value, StringComparer.Ordinal);
        if (schema.Required is { } required) schema.Required = required.Select(name => names.GetValueOrDefault(name, name)).ToHashSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    // The framework's name of each member to the dialect's.
    private static Dictionary<string, string> Names(JsonTypeInfo framework, JsonTypeInfo dialect)
    {
        var byMember = dialect.Properties.Where(p => p.AttributeProvider is not null).ToLookup(p => p.AttributeProvider!, p => p.Name);
        return framework.Properties
            .Where(p => p.AttributeProvider is not null && byMember.Contains(p.AttributeProvider))
            .ToDictionary(p => p.Name, p => byMember[p.AttributeProvider!].First(), StringComparer.Ordinal);
    }

    private static Dialect? DialectOf(IServiceProvider services, string api) => services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<Dialect>()).FirstOrDefault(dialect => dialect?.Name == api);
}
