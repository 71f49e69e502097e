using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Merlon.Core.Outbound;

/// <summary>
/// Which addresses the server may be sent to by somebody else's word: public ones, and those that its operator allows. The ranges are
/// those that IANA's special-purpose registries (RFC 6890) list as not globally reachable.
/// </summary>
public sealed class AddressRules(ImmutableArray<IPNetwork> allowed)
{
    private static readonly ImmutableArray<IPNetwork> Inner =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/127", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>True when a connection to <paramref name="address"/> may be made.</summary>
    public bool Permit(IPAddress address)
    {
        var real = Embedded(address) ?? address;
        return allowed.Any(network => network.Contains(real) || network.Contains(address)) || !Inner.Any(network => network.Contains(real));
    }

    // An IPv4 address in IPv6 clothing is judged as what it is: mapped, NAT64 (RFC 6052) or 6to4 (RFC 3056).
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        var bytes = address.GetAddressBytes().AsSpan();
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0])) return new IPAddress(bytes[12..]);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0x20, 0x02]) ? new IPAddress(bytes[2..6]) : null;
    }
}
