using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Hosting.Requests;

/// <summary>The address that links to this server carry.</summary>
sealed class PublicAddress(ServerOptions options)
{
    /// <summary>Without a slash at its end: the configured one, else the one that the request came by.</summary>
    public string Of(HttpRequest request) => options.PublicUrl ?? $"{request.Scheme}://{request.Host}";
}
