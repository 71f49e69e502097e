using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Hosting;

/// <summary>Looks whether the addresses to listen on can be had, before anything is changed for a server that could not start.</summary>
public static class ListenAddresses
{
    /// <summary>Null when each can be listened on, else a sentence that names the first that cannot and what to do.</summary>
    /// <param name="urls">Addresses as <see cref="ServerOptions.Urls"/> has them.</param>
    public static string? WhyNot(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0) continue;
            try
            {
                // Taken and given back without listening: nobody who tries the address meanwhile is let in and cut off.
                var at = new IPEndPoint(Address(address.Host), address.Port);
                using var probe = new Socket(at.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                probe.Bind(at);
            }
            catch (SocketException refused)
            {
                return $"{url} cannot be listened on: {Reason(refused)}. Choose another address with --urls, or make this one free.";
            }
        }
        return null;
    }

    private static IPAddress Address(string host) => host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : IPAddress.Any;

    private static string Reason(SocketException refused) => refused.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => "another program listens there",
        SocketError.AccessDenied => "this user may not listen on so low a port",
        SocketError.AddressNotAvailable => "this machine does not have that address",
        _ => refused.Message,
    };
}
