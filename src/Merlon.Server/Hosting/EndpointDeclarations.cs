using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Hosting;

/// <summary>Every endpoint of an API says what its caller needs; a server with one that does not, does not start.</summary>
static class EndpointDeclarations
{
    public static void Check(IEndpointRouteBuilder routes)
    {
        var silent = routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Dialect>() is not null && !Declares(endpoint.Metadata))
            .Select(endpoint => endpoint.DisplayName).ToList();
        if (silent.Count > 0) throw new InvalidOperationException($"Endpoints without a declared scope: {string.Join(", ", silent)}");
    }

    private static bool Declares(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<NeedsScope>() is not null || metadata.GetMetadata<NeedsCaller>() is not null || metadata.GetMetadata<NeedsNobody>() is not null;
}
