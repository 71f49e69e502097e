using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Hosting.Requests;

/// <summary>Headers that keep a browser from doing more with an answer than it should. An endpoint that needs another value sets it itself.</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ForPages = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    private const string ForData = "default-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(Add, http);
        return next(http);
    }

    private static Task Add(object state)
    {
        var http = (HttpContext)state;
        var headers = http.Response.Headers;
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        var isPage = http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        headers.TryAdd("Content-Security-Policy", isPage ? ForPages : ForData);
        if (http.Request.IsHttps) headers.TryAdd("Strict-Transport-Security", "max-age=31536000");
        return Task.CompletedTask;
    }
}
