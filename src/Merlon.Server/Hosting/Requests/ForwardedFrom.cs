using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Merlon.Server.Hosting.Requests;

/// <summary>Believes <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> from the declared proxies, and from nobody when none is declared.</summary>
static class ForwardedFrom
{
    public static void UseForwardedFrom(this IApplicationBuilder app, ServerOptions options)
    {
        if (options.TrustedProxies.IsEmpty) return;
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            // Walks back through as many proxies as are declared; the first that is not is the caller.
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.TrustedProxies) forwarded.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(forwarded);
    }
}
