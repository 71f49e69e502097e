using Merlon.Nodes.Transports.Local;

namespace Merlon.Nodes.Transports;

/// <summary>How a node is reached; the numbers are those of the node scan API's medium types.</summary>
public enum MediumType
{
    Agent = 1,
    Ssh = 3,
    Telnet = 5,
    Https = 6,
    WinRm = 7,
    Service = 8,
    Web = 9,
    Database = 11,
}

/// <summary>A node and the way to it. An agent's node is the machine the scan runs on.</summary>
public sealed record NodeAddress(MediumType Medium, string? HostName = null, int? Port = null, string? UserName = null)
{
    public static NodeAddress ThisMachine { get; } = new(MediumType.Agent);
}

/// <summary>A transport, or in words why there is none. Exactly one of them is there.</summary>
public sealed record TransportChoice(INodeTransport? Transport, string? Refusal);

/// <summary>Which transports exist.</summary>
public static class NodeTransports
{
    public static TransportChoice For(NodeAddress node) => node.Medium switch
    {
        MediumType.Agent when OperatingSystem.IsLinux() => new(new LocalTransport(), null),
        MediumType.Agent => new(null, "Scanning the local machine is not supported yet on this operating system; Linux is."),
        var medium => new(null, $"Scanning over {Name(medium)} is not supported yet; an agent on the machine is."),
    };

    static string Name(MediumType medium) => medium switch
    {
        MediumType.Ssh => "SSH",
        MediumType.WinRm => "WinRM",
        MediumType.Https => "HTTPS",
        MediumType.Telnet => "Telnet",
        MediumType.Service => "a cloud service",
        MediumType.Web => "the web",
        MediumType.Database => "a database connection",
        _ => $"medium {(int)medium}",
    };
}
