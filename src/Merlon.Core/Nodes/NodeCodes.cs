using System.Collections.Frozen;

namespace Merlon.Core.Nodes;

/// <summary>Codes of the node scan API that are text.</summary>
public static class NodeCodes
{
    /// <summary>Where nobody said what a node is.</summary>
    public const string Server = "SV";

    /// <summary>Kinds of node, and what they stand for.</summary>
    public static FrozenDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Server] = "server", ["DT"] = "desktop", ["SW"] = "network switch", ["FW"] = "firewall", ["RT"] = "router", ["PH"] = "smart phone",
        ["RB"] = "robot", ["SS"] = "SAN storage", ["WS"] = "website", ["SC"] = "service", ["DB"] = "database",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
