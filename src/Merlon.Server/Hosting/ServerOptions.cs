using Merlon.Core.Storage;

namespace Merlon.Server.Hosting;

/// <summary>How the server runs.</summary>
/// <param name="Storage">Where things are kept.</param>
public sealed record ServerOptions(StorageOptions Storage)
{
    /// <summary>The addresses to listen on, semicolon-separated.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:8070";

    /// <summary>The address that absolute links carry; the request's own if null.</summary>
    public string? PublicUrl { get; init; }
}
