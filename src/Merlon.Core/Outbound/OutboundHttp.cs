using System.Net;
using System.Net.Sockets;

namespace Merlon.Core.Outbound;

/// <summary>
/// The one way out over HTTP: downloads, webhooks, other products. The address is judged when the connection is made, after the name was
/// resolved, so that neither a redirect nor a name that changes its mind leads inside.
/// </summary>
public sealed class OutboundHttp(OutboundOptions options) : IDisposable
{
    private readonly SocketsHttpHandler _handler = Handler(options);

    /// <summary>A client for one use or many; disposing it leaves the shared connections open.</summary>
    public HttpClient Client() => new(new Guard(_handler, options), disposeHandler: false) { Timeout = options.Timeout };

    public void Dispose() => _handler.Dispose();

    private static SocketsHttpHandler Handler(OutboundOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            MaxAutomaticRedirections = 5,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseProxy = options.Proxy is not null,
            Proxy = options.Proxy is { } proxy ? new WebProxy(proxy) : null,
        };
        var rules = new AddressRules(options.Allowed);
        // Behind a proxy the only connection made is to the proxy, which the operator named.
        if (options.Proxy is null) handler.ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, rules, ct);
        return handler;
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint to, AddressRules rules, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, ct);
        var permitted = addresses.Where(rules.Permit).ToArray();
        if (permitted.Length == 0) throw new OutboundRefusedException(to.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Sees every request before a proxy does: a plain address inside is refused there too. Names are the proxy's to judge.
    private sealed class Guard(HttpMessageHandler inner, OutboundOptions options) : DelegatingHandler(inner)
    {
        private readonly AddressRules _rules = new(options.Allowed);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is not { Scheme: "http" or "https" } address) throw new OutboundRefusedException(request.RequestUri?.ToString() ?? "");
            if (IPAddress.TryParse(address.DnsSafeHost, out var literal) && !_rules.Permit(literal)) throw new OutboundRefusedException(address.Host);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>The server was asked to reach an address that its operator has not allowed.</summary>
public sealed class OutboundRefusedException(string host) : HttpRequestException($"The address of '{host}' is not one that this server may reach; the setting outbound.allowed lists exceptions.");
