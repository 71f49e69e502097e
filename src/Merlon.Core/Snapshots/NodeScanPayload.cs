using System.Text.Json;

namespace Merlon.Core.Snapshots;

/// <summary>What the payload of a node scan's job says.</summary>
/// <param name="Scan">The key of the scan.</param>
internal sealed record NodeScanPayload(long Scan)
{
    public static string Write(long scan) => JsonSerializer.Serialize(new NodeScanPayload(scan), JsonSerializerOptions.Web);

    public static NodeScanPayload Read(string payload) => JsonSerializer.Deserialize<NodeScanPayload>(payload, JsonSerializerOptions.Web)!;
}
