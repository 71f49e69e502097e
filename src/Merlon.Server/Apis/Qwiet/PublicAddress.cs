using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>Absolute links, as clients reach the server.</summary>
static class PublicAddress
{
    /// <summary>The address of the request with some query keys set and all others kept as they came.</summary>
    public static string With(HttpRequest request, ServerOptions options, params ReadOnlySpan<(string Key, string Value)> set)
    {
        var query = new QueryBuilder();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in set)
        {
            names.Add(key);
            query.Add(key, value);
        }
        foreach (var (key, values) in request.Query)
            if (!names.Contains(key)) query.Add(key, values.Select(value => value ?? ""));
        var host = options.PublicUrl?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        return $"{host}{request.PathBase}{request.Path}{query}";
    }
}
