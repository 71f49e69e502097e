using System.Collections.Frozen;
using System.Reflection;

namespace Merlon.Core.Identity;

/// <summary>
/// One thing that a role may allow, written <c>resource:action</c>. The names are the Qwiet document's where it names one;
/// the other APIs render their own permission names from these (see each API's dialect).
/// </summary>
public readonly record struct Scope(string Name)
{
    public static readonly Scope OrganizationsRead = new("orgs:read");
    public static readonly Scope OrganizationsCreate = new("orgs:create");
    public static readonly Scope OrganizationsUpdate = new("orgs:update");
    public static readonly Scope OrganizationsDelete = new("orgs:delete");
    public static readonly Scope OrganizationConfigurationRead = new("org_configuration:read");
    public static readonly Scope OrganizationConfigurationWrite = new("org_configuration:write");

    public static readonly Scope ApplicationsList = new("apps:list");
    public static readonly Scope ApplicationsCreate = new("apps:create");
    public static readonly Scope ApplicationsRead = new("project:read");
    public static readonly Scope ApplicationsUpdate = new("project:update");
    public static readonly Scope ApplicationsDelete = new("project:delete");

    public static readonly Scope ScansRead = new("scans:read");
    public static readonly Scope ScansCreate = new("scans:create");
    public static readonly Scope InventoryRead = new("inventory:read");
    public static readonly Scope InventoryWrite = new("inventory:write");
    public static readonly Scope EvidenceRead = new("evidence:read");

    /// <summary>Whole texts of scanned files; the lines that findings and evidence are about come with these.</summary>
    public static readonly Scope SourceRead = new("source:read");

    public static readonly Scope FindingsList = new("findings:list");
    public static readonly Scope FindingsRead = new("findings:read");
    public static readonly Scope FindingsSummary = new("findings:summary");
    public static readonly Scope FindingsReveal = new("findings:reveal");
    public static readonly Scope FindingStatusUpdate = new("finding_status:update");
    public static readonly Scope FindingFixedUpdate = new("finding_fixed:update");
    public static readonly Scope FindingIgnoreUpdate = new("finding_ignore:update");
    public static readonly Scope FindingAssignUpdate = new("finding_assign:update");

    public static readonly Scope ComponentsEvaluate = new("components:evaluate");
    public static readonly Scope AdvisoriesImport = new("advisories:import");

    public static readonly Scope DeploymentsRead = new("deployments:read");
    public static readonly Scope DeploymentsWrite = new("deployments:write");
    public static readonly Scope SecuritySchemesRead = new("security_schemes:read");
    public static readonly Scope SecuritySchemesWrite = new("security_schemes:write");

    public static readonly Scope EnvironmentsRead = new("environments:read");
    public static readonly Scope EnvironmentsWrite = new("environments:write");
    public static readonly Scope NodesRead = new("nodes:read");
    public static readonly Scope NodesWrite = new("nodes:write");
    public static readonly Scope NodesScan = new("nodes:scan");
    public static readonly Scope SnapshotsRead = new("snapshots:read");
    public static readonly Scope EventsRead = new("events:read");

    public static readonly Scope JobsRead = new("jobs:read");
    public static readonly Scope JobsWrite = new("jobs:write");

    public static readonly Scope UsersList = new("org_user:list");
    public static readonly Scope UsersUpdate = new("org_user:update");
    public static readonly Scope RolesList = new("roles:list");
    public static readonly Scope RolesUpdate = new("roles:update");
    public static readonly Scope AccessWrite = new("access:write");
    public static readonly Scope TokensList = new("tokens:list");
    public static readonly Scope TokensCreate = new("tokens:create");
    public static readonly Scope TokensDelete = new("tokens:delete");
    public static readonly Scope AuditRead = new("org_audit_trail:read");
    public static readonly Scope SystemConfigure = new("system:configure");

    /// <summary>Every scope there is, by name.</summary>
    public static FrozenDictionary<string, Scope> All { get; } = typeof(Scope)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(Scope))
        .Select(field => (Scope)field.GetValue(null)!)
        .ToFrozenDictionary(scope => scope.Name);

    public override string ToString() => Name;
}
