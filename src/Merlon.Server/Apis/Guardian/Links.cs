using Merlon.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Absolute addresses of what answers name: clients follow them, and append to them.</summary>
sealed class Links
{
    private readonly string _base;

    private Links(string address) => _base = address;

    public string Node(long key) => $"{_base}/api/v2/nodes/{key}.json";

    public string Environment(long key) => $"{_base}/api/v2/environments/{key}.json";

    public string NodeScan(long key) => $"{_base}/api/v2/node_scans/{key}.json";

    /// <summary>Called by the framework: the public address if there is one, else the one that the request came to.</summary>
    public static ValueTask<Links> BindAsync(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<ServerOptions>();
        return ValueTask.FromResult(new Links(options.PublicUrl ?? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}"));
    }
}
