using System.Collections.Immutable;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Microsoft.AspNetCore.Mvc;

namespace Merlon.Server.Apis.Guardian;

/// <summary>The filters of the node list.</summary>
sealed record NodeListQuery(
    [property: FromQuery(Name = "last_scan_status")] string? LastScanStatus,
    [property: FromQuery(Name = "status")] string? Status,
    [property: FromQuery(Name = "name")] string? Name,
    [property: FromQuery(Name = "external_id")] string? ExternalId)
{
    public Outcome<NodeFilter> ToFilter()
    {
        if (LastScans(LastScanStatus) is not { } scans) return new Refusal.Invalid("last_scan_status", $"'{LastScanStatus}' is no scan status.");
        if (Status is { Length: > 0 } && (!Enum.TryParse<NodeStatus>(Status, ignoreCase: true, out var parsed) || char.IsAsciiDigit(Status[0]))) return new Refusal.Invalid("status", "Use active, detected or deleted.");
        return new NodeFilter { Name = Name, ExternalId = ExternalId, LastScan = scans, Status = Status is { Length: > 0 } ? Enum.Parse<NodeStatus>(Status, ignoreCase: true) : null };
    }

    private static ImmutableArray<NodeScanStatus>? LastScans(string? word) => word switch
    {
        null or "" or "all" => ImmutableArray<NodeScanStatus>.Empty,
        "all_failures" => NodeScanStatuses.Failures,
        _ when NodeScanStatuses.Find(word) is { } status => [status],
        _ => null,
    };
}

/// <summary>What a node is looked up by.</summary>
sealed record NodeLookupQuery(
    [property: FromQuery(Name = "name")] string? Name,
    [property: FromQuery(Name = "external_id")] string? ExternalId,
    [property: FromQuery(Name = "ssh_hostname")] string? SshHostname,
    [property: FromQuery(Name = "ssh_username")] string? SshUsername,
    [property: FromQuery(Name = "ssh_port")] int? SshPort)
{
    public NodeLookup ToLookup() => new() { Name = Name, ExternalId = ExternalId, SshHostName = SshHostname, SshUserName = SshUsername, SshPort = SshPort ?? 22 };
}
