using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Merlon.Server.OpenApi;

/// <summary>
/// The OpenAPI documents, made from the routes themselves, and the page to browse them. The same routes give the same bytes: what is
/// committed under docs/openapi is compared with what a server answers.
/// </summary>
static class OpenApiDocuments
{
    // The route of an API that answers for whatever has no route; no operation of its document.
    private const string Elsewhere = "/{rest}";

    public static void AddOpenApiDocuments(this IServiceCollection services)
    {
        foreach (var document in ApiDocument.All)
        {
            services.AddOpenApi(document.Name, options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = description => description.GroupName == document.Name;
                options.AddSchemaTransformer((schema, context, _) => WireNames.Apply(schema, context, document.Name));
                options.AddOperationTransformer(Operations.Describe);
                options.AddDocumentTransformer((whole, _, _) => Finish(whole, document));
            });
        }
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new NeedsNobody());
        BrowsePage.Map(routes);
    }

    private static Task Finish(OpenApiDocument whole, ApiDocument document)
    {
        whole.Info = new OpenApiInfo
        {
            Title = $"{document.Title}, as Merlon speaks it",
            Version = "1",
            Description = $"What is compatible and what is not: docs/apis/{document.Name}.md",
        };
        whole.Servers = [new OpenApiServer { Url = "/" }];
        whole.Tags = null;
        whole.Components ??= new OpenApiComponents();
        whole.Components.SecuritySchemes = SecuritySchemes();
        whole.Security = [.. whole.Components.SecuritySchemes.Keys.Select(name => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(name, whole)] = [] })];

        var paths = new OpenApiPaths();
        foreach (var (path, item) in whole.Paths.OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            if (path.EndsWith(Elsewhere, StringComparison.Ordinal)) continue;
            // The framework's tags are the names of our classes.
            foreach (var operation in item.Operations!.Values) operation.Tags = null;
            paths.Add(document.PublicPath(path), item);
        }
        whole.Paths = paths;
        return Task.CompletedTask;
    }

    private static Dictionary<string, IOpenApiSecurityScheme> SecuritySchemes() => new(StringComparer.Ordinal)
    {
        ["basic"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "basic", Description = "A login with its password, or a key pair." },
        ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "The bearer that 'merlon token create' prints." },
        ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "Authorization", Description = "Token token=\"KEYSECRET\": the two halves of a key pair, one after the other." },
    };
}
