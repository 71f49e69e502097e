using Merlon.Core.Environments;
using Merlon.Server.Apis.Guardian.Reading;
using Environment = Merlon.Core.Environments.Environment;

namespace Merlon.Server.Apis.Guardian;

/// <summary>An environment as the API shows it.</summary>
sealed record EnvironmentWire(
    long Id, long OrganisationId, string Name, string ShortDescription, string? Description, string NodeRules, int Weight, long? CreatedBy, long? UpdatedBy,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string Url)
{
    public static EnvironmentWire From(Environment e, Links links) =>
        new(e.Key, e.TenantKey, e.Name, e.ShortDescription, e.Description, e.NodeRules, e.Weight, e.CreatedBy, e.UpdatedBy, e.CreatedAt, e.UpdatedAt, links.Environment(e.Key));
}

/// <summary>What a new environment may be given.</summary>
sealed record EnvironmentSkeleton(string? Name = null, string? ShortDescription = null, string? NodeRules = null);

/// <summary>The answer to a look-up.</summary>
sealed record EnvironmentFound(long EnvironmentId);

/// <summary>The body of a creation or change; ids and dates that a client sends back are not read.</summary>
sealed record EnvironmentBody(EnvironmentDraft Draft) : IGuardianFields<EnvironmentBody>
{
    public static string Wrapper => "environment";

    public static EnvironmentBody Read(Fields fields) => new(new EnvironmentDraft
    {
        Name = fields.Text("name"),
        ShortDescription = fields.Text("short_description"),
        Description = fields.Text("description"),
        NodeRules = fields.Text("node_rules"),
        Weight = fields.Small("weight"),
    });
}

/// <summary>How the last scans of an environment's nodes went.</summary>
sealed record EnvironmentReportWire(DateTimeOffset? Date, EnvironmentReportWire.Body Report)
{
    public static EnvironmentReportWire From(EnvironmentReport report) => new(report.Date, new Body(
        report.Environment.Name, report.Nodes.Count(n => n.Succeeded), report.Nodes.Count(n => !n.Succeeded), Counts.From(report.Totals),
        [.. report.Nodes.Where(n => n.Succeeded).Select(n => new NodeLine(n.Key, n.Name, n.Changes.Added, n.Changes.Removed, n.Changes.Modified))]));

    internal sealed record Body(string Environment, int NodesScanned, int NodesFailed, Counts Totals, NodeLine[] Nodes);

    internal sealed record NodeLine(long NodeId, string NodeName, long Added, long Removed, long Modified);

    internal sealed record Counts(long Added, long Removed, long Modified)
    {
        public static Counts From(Merlon.Nodes.Snapshots.DiffSummary sum) => new(sum.Added, sum.Removed, sum.Modified);
    }
}
