using System.Net;
using System.Text.Json.Nodes;
using Merlon.Server.Apis.Wire;
using Merlon.Server.OpenApi;
using Merlon.Server.Tests.CodeBase;
using Merlon.Server.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Hosting;

/// <summary>The documents under docs/openapi are what the server says of itself. UPDATE_DOCS=1 writes them anew.</summary>
public sealed class OpenApiTests(SqliteServer server)
{
    public static TheoryData<string> Apis => [.. ApiDocument.All.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Document_IsTheCommittedOne(string api)
    {
        var committed = Path.Combine(Checkout.Root, "docs", "openapi", $"{api}.json");
        using var response = await server.Anonymous().GetAsync($"/openapi/{api}.json");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answered = (await response.Content.ReadAsStringAsync()).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is { Length: > 0 }) await File.WriteAllTextAsync(committed, answered);
        File.Exists(committed).ShouldBeTrue($"{committed} is missing; UPDATE_DOCS=1 ./test Server writes it");
        (answered == await File.ReadAllTextAsync(committed)).ShouldBeTrue($"docs/openapi/{api}.json differs from what the server says; UPDATE_DOCS=1 ./test Server writes it anew");
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Document_AskedTwice_IsTheSame(string api)
    {
        using var client = server.Anonymous();
        (await client.GetStringAsync($"/openapi/{api}.json")).ShouldBe(await client.GetStringAsync($"/openapi/{api}.json"));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Document_HoldsEveryRouteOfItsApi(string api)
    {
        var document = ApiDocument.All.Single(d => d.Name == api);
        var paths = (await server.Anonymous().GetAsync($"/openapi/{api}.json").Body())["paths"]?.AsObject() ?? [];
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<Dialect>()?.Name == api && !endpoint.RoutePattern.RawText!.Contains("{**rest}", StringComparison.Ordinal));
        foreach (var route in routes)
        {
            foreach (var method in route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods)
            {
                var path = document.PublicPath("/" + Plain(route.RoutePattern.RawText!).Trim('/'));
                (paths[path] as JsonObject)?.ContainsKey(method.ToLowerInvariant()).ShouldBe(true, $"{method} {path} is not in the document");
                paths.ContainsKey(path).ShouldBeTrue($"{path} is not in the document");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task Document_NamesEachParameterOfItsPaths(string api)
    {
        foreach (var (path, operations) in (await server.Anonymous().GetAsync($"/openapi/{api}.json").Body())["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
            {
                var named = (operation!["parameters"]?.AsArray() ?? []).Where(p => (string)p!["in"]! == "path").Select(p => $"{{{p!["name"]}}}");
                path.Split('/').Select(segment => segment.Replace(".json", "", StringComparison.Ordinal)).Where(segment => segment.StartsWith('{')).ShouldBe(named, ignoreOrder: true, $"{method} {path}");
            }
        }
    }

    [Theory]
    [InlineData("guardian", "/api/v2/nodes.json", "post", "201")]
    [InlineData("guardian", "/api/v2/nodes/{id}.json", "put", "204")]
    [InlineData("iq", "/api/v2/applications/{id}", "delete", "204")]
    [InlineData("code-insight", "/codeinsight/api/projects", "post", "201")]
    [InlineData("code-insight", "/codeinsight/api/projects", "get", "200")]
    public async Task Document_SaysTheStatusOfSuccess(string api, string path, string method, string status) =>
        (await server.Anonymous().GetAsync($"/openapi/{api}.json").Body())["paths"]![path]![method]!["responses"]!.AsObject().Select(response => response.Key).ShouldBe([status, "default"]);

    [Theory]
    [InlineData("qwiet", "/api/v4/orgs/{org}/apps/{app}/findings", "finding_tags")]
    [InlineData("qwiet", "/api/v4/orgs/{org}/tokens", "show_expired")]
    [InlineData("guardian", "/api/v2/nodes.json", "per_page")]
    public async Task Document_NamesTheKeysThatAnOperationReadsByItself(string api, string path, string key) =>
        (await server.Anonymous().GetAsync($"/openapi/{api}.json").Body())["paths"]![path]!["get"]!["parameters"]!.AsArray().Select(p => (string)p!["name"]!).ShouldContain(key);

    [Theory]
    [InlineData("/openapi", "text/html")]
    [InlineData("/openapi/browse.js", "text/javascript")]
    [InlineData("/openapi/browse.css", "text/css")]
    public async Task Page_IsServedByUs(string path, string type)
    {
        using var response = await server.Anonymous().GetAsync(path);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("//cdn");
    }

    // A document shows parameters without constraints and defaults.
    private static string Plain(string template) => string.Join('/', template.Split('/').Select(part => part.StartsWith('{') ? "{" + part.Trim('{', '}', '*').Split(':', '=', '?')[0] + "}" : part));
}
