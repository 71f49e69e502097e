using System.Net;
using System.Runtime.CompilerServices;

namespace Merlon.Nodes.Collection.Inventory;

/// <summary>Addresses of the machine, each list in a stable order and without loopback; name servers.</summary>
sealed class NetworkFacts : FactSource
{
    const string NoAddress = "00:00:00:00:00:00";

    public override async IAsyncEnumerable<(string Name, string? Value)> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return ("ip_addresses", Join(Ipv4(await node.Lines("/proc/net/fib_trie", cancellation))));
        yield return ("ipv6_addresses", Join(Ipv6(await node.Lines("/proc/net/if_inet6", cancellation))));
        var hardware = new List<string>();
        foreach (var card in await node.List("/sys/class/net", cancellation))
            if (await node.Line(card.Path + "/address", cancellation) is { Length: > 0 } address && address != NoAddress) hardware.Add(address);
        yield return ("mac_addresses", Join(hardware));
        yield return ("dns_servers", Join((await node.Lines("/etc/resolv.conf", cancellation)).Select(NameServer).OfType<string>()));
        yield return ("default_gateway", Gateway(await node.Lines("/proc/net/route", cancellation)));
    }

    /// <summary>The routing tree lists each own address as a leaf whose next line says "/32 host LOCAL".</summary>
    internal static IEnumerable<string> Ipv4(string[] trie)
    {
        for (var i = 0; i + 1 < trie.Length; i++)
        {
            if (!trie[i + 1].Contains("/32 host LOCAL", StringComparison.Ordinal)) continue;
            var address = trie[i].TrimStart(' ', '|', '-', '+');
            if (IPAddress.TryParse(address, out var ip) && !IPAddress.IsLoopback(ip)) yield return address;
        }
    }

    /// <summary>Scope 10 is the machine itself; temporary addresses (flag 01) come and go.</summary>
    internal static IEnumerable<string> Ipv6(string[] lines)
    {
        foreach (var line in lines)
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [{ Length: 32 } address, _, _, not "10", var flags, _] && !flags.EndsWith('1'))
                yield return new IPAddress(Convert.FromHexString(address)).ToString();
    }

    static string? NameServer(string line) =>
        line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is ["nameserver", var address, ..] ? address : null;

    /// <summary>The route to 0.0.0.0; addresses stand there as they lie in memory, least significant byte first.</summary>
    internal static string? Gateway(string[] routes)
    {
        foreach (var line in routes)
            if (line.Split('\t') is [_, "00000000", { Length: 8 } gateway, ..] && gateway != "00000000" && gateway.All(char.IsAsciiHexDigit))
                return new IPAddress(Convert.FromHexString(gateway).Reverse().ToArray()).ToString();
        return null;
    }

    static string Join(IEnumerable<string> values) => string.Join(',', values.Distinct().Order(StringComparer.Ordinal));
}
