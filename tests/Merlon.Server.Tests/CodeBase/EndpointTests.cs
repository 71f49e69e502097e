using System.Text.RegularExpressions;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.CodeBase;

/// <summary>An endpoint declares what its caller needs, and leaves queries to the domain.</summary>
public partial class EndpointTests(SqliteServer server)
{
    [Fact]
    public void Endpoint_OfAnApi_DeclaresWhatItsCallerNeeds()
    {
        var endpoints = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<Dialect>() is not null).ToList();
        endpoints.ShouldNotBeEmpty();
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<NeedsScope>() is null && endpoint.Metadata.GetMetadata<NeedsCaller>() is null && endpoint.Metadata.GetMetadata<NeedsNobody>() is null)
            .Select(endpoint => endpoint.DisplayName).ShouldBeEmpty();
    }

    [Fact]
    public void Endpoint_OfAnApi_IsOpenToEverybodyOnlyWhereItsDocumentSaysSo() =>
        server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Dialect>() is not null && endpoint.Metadata.GetMetadata<NeedsNobody>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .ShouldBeSubsetOf(OpenByDocument);

    [Fact]
    public void Endpoint_HoldsNoQuery() =>
        Checkout.Sources("src/Merlon.Server/Apis").Where(source => Query().IsMatch(source.Text)).Select(source => source.Path).ShouldBeEmpty();

    // Each of these is open in the document of its API.
    private static readonly string[] OpenByDocument = ["/ping", "/heartbeat"];

    [GeneratedRegex(@"\bMerlonDb\b|\bDbContext\b|\bIQueryable\b|\bDbSet\b|Microsoft\.EntityFrameworkCore", RegexOptions.NonBacktracking)]
    private static partial Regex Query();
}
