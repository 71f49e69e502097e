namespace Merlon.Core.Jobs;

/// <summary>The kind of thing a job is about. APIs render it by their own names and numbers.</summary>
public enum JobSource
{
    /// <summary>The tenant as a whole.</summary>
    Tenant,
    Application,
    CodeScan,
    Report,
    Node,
    NodeScan,
    NodeGroup,
    Environment,
    EnvironmentScan,
    NodeGroupScan,
    Policy,
    PolicyVersion,
    Integration,
    Advisories,
}
