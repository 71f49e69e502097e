using System.Text.Json;
using System.Text.Json.Serialization;
using Merlon.Core.Nodes;
using Merlon.Core.Snapshots;
using Merlon.Server.Apis.Guardian.Reading;

namespace Merlon.Server.Apis.Guardian;

/// <summary>A row of a list of nodes.</summary>
record NodeWire(
    long Id, string Name, string NodeType, long EnvironmentId, string? ExternalId, string? MacAddress, string? IpAddress, string ShortDescription,
    int? OperatingSystemFamilyId, int? OperatingSystemId, bool Online, string Url, long? ConnectionManagerGroupId, int? MediumType, string? MediumHostname,
    int? MediumPort, string? MediumUsername, JsonElement MediumInfo, int? LastScanStatus, string? LastScanStatusString, int Status)
{
    public static NodeWire From(Node n, Links links) => new(
        n.Key, n.Name, n.NodeType, n.EnvironmentKey, n.ExternalId, n.MacAddress, n.IpAddress, n.ShortDescription, n.OperatingSystemFamilyId, n.OperatingSystemId, n.Online,
        links.Node(n.Key), n.ConnectionManagerGroupKey, (int?)n.Medium, n.MediumHostName, n.MediumPort, n.MediumUserName, Json(n.MediumInfo),
        (int?)n.LastScanStatus, n.LastScanStatus?.Word(), (int)n.Status);

    protected static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}

/// <summary>A node by itself. Passwords never read back; what this server has no notion of is null.</summary>
sealed record NodeDetailsWire(NodeWire Row, Node Node) : NodeWire(Row)
{
    [JsonIgnore]
    public NodeWire Row { get; } = Row;

    [JsonIgnore]
    public Node Node { get; } = Node;

    /// <summary>The seed spells it so; clients read the other.</summary>
    [JsonPropertyName("medium_hostame")]
    public string? MisspeltHostname => Node.MediumHostName;
    public string? AlternatePassword => null;
    public string? MediumPassword => null;
    public string ConnectMode => "f";
    public DateTimeOffset CreatedAt => Node.CreatedAt;
    public DateTimeOffset UpdatedAt => Node.UpdatedAt;
    public long? CreatedBy => Node.CreatedBy;
    public long? UpdatedBy => Node.UpdatedBy;
    public string? Description => Node.Description;
    public string? DiscoveryType => null;
    public string? Info => null;
    public long? LastScanId => Node.LastScanKey;
    public DateTimeOffset? LastVulnScanAt => null;
    public int MediumConnectionFailCount => 0;
    public string? MediumGroup => null;
    public string? MediumSslCert => null;
    public string? MediumSslPrivkey => null;
    public long OrganisationId => Node.TenantKey;
    public long? PrimaryNodeGroupId => null;
    public bool Public => Node.IsPublic;
    public JsonElement ScanOptions => Json(Node.ScanOptions);
    public Guid Uuid => Node.Id;

    public static new NodeDetailsWire From(Node node, Links links) => new(NodeWire.From(node, links), node);
}

/// <summary>What a new node may be given, with sample values, as the document shows it.</summary>
sealed record NodeSkeleton
{
    public string AlternatePassword => "";
    public int ConnectionManagerGroupId => 1;
    public string Description => "What the node is for";
    public int EnvironmentId => 1;
    public string ExternalId => "i-12345";
    public string MacAddress => "00:00:00:00:00:00";
    public string MediumHostname => "prod01.example.com";
    public string MediumInfo => "";
    public string MediumPassword => "";
    public int MediumPort => 22;
    public int MediumType => 3;
    public string MediumUsername => "guardian";
    public string Name => "prod01";
    public string NodeType => NodeCodes.Server;
    public int OperatingSystemFamilyId => 2;
    public int OperatingSystemId => 211;
    public bool Public => false;
    public string ShortDescription => "What the node is, in a line";
}

/// <summary>The answer to a look-up.</summary>
sealed record NodeFound(long NodeId);

/// <summary>How many nodes there are in all, could not be scanned, and are not looked after.</summary>
sealed record StatusCountsWire(long Total, long Failed, long Unmanaged)
{
    public static StatusCountsWire From(NodeCounts counts) => new(counts.Total, counts.Failed, counts.Unmanaged);
}

/// <summary>The body of a creation or change; what a client sends back of an answer and cannot set is not read.</summary>
sealed record NodeBody(NodeDraft Draft) : IGuardianFields<NodeBody>
{
    public static string Wrapper => "node";

    public static NodeBody Read(Fields fields) => new(new NodeDraft
    {
        Name = fields.Text("name"),
        NodeType = fields.Text("node_type"),
        ExternalId = fields.Text("external_id"),
        ShortDescription = fields.Text("short_description"),
        Description = fields.Text("description"),
        MacAddress = fields.Text("mac_address"),
        IpAddress = fields.Text("ip_address"),
        EnvironmentKey = fields.Number("environment_id"),
        OperatingSystemFamilyId = fields.Small("operating_system_family_id"),
        OperatingSystemId = fields.Small("operating_system_id"),
        IsPublic = fields.Flag("public"),
        Medium = fields.Small("medium_type"),
        MediumHostName = fields.Text("medium_hostname"),
        MediumPort = fields.Small("medium_port"),
        MediumUserName = fields.Text("medium_username"),
        MediumPassword = fields.Text("medium_password"),
        AlternatePassword = fields.Text("alternate_password"),
        MediumInfo = fields.Document("medium_info"),
        ConnectionManagerGroupKey = fields.Number("connection_manager_group_id"),
        ScanOptions = fields.Document("scan_options"),
    });

    /// <summary>Leaves the passwords out.</summary>
    public override string ToString() => $"NodeBody {{ {Draft} }}";
}
