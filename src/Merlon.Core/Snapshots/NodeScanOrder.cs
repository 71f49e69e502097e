using System.Text.Json;

namespace Merlon.Core.Snapshots;

/// <summary>What the payload of a node scan's job says.</summary>
/// <param name="Scan">The key of the scan.</param>
internal sealed record NodeScanOrder(long Scan)
{
    public static string Write(long scan) => JsonSerializer.Serialize(new NodeScanOrder(scan), JsonSerializerOptions.Web);

    public static NodeScanOrder Read(string payload) => JsonSerializer.Deserialize<NodeScanOrder>(payload, JsonSerializerOptions.Web)!;
}
