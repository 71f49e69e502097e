using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Merlon.Core.Identity;

/// <summary>
/// The roles that the documents name. What each may do follows its document's permission table; where a document's sample leaves a
/// scope unassigned although an operation demands it (Qwiet), the table in docs/identity.md decides.
/// </summary>
public static class BuiltInRoles
{
    private static readonly ImmutableHashSet<Scope> Everything = [.. Scope.All.Values];
    private static readonly ImmutableHashSet<Scope> EverythingButReveal = Everything.Remove(Scope.FindingsReveal);

    private static readonly ImmutableHashSet<Scope> ReadCode =
    [
        Scope.OrganizationsRead, Scope.ApplicationsList, Scope.ApplicationsRead, Scope.ScansRead, Scope.FindingsList, Scope.FindingsRead, Scope.FindingsSummary,
        Scope.InventoryRead, Scope.EvidenceRead, Scope.JobsRead, Scope.DeploymentsRead, Scope.SecuritySchemesRead,
    ];

    private static readonly ImmutableHashSet<Scope> ReadMachines = [Scope.EnvironmentsRead, Scope.NodesRead, Scope.SnapshotsRead, Scope.EventsRead, Scope.JobsRead];

    private static readonly ImmutableHashSet<Scope> Triage =
        [Scope.FindingStatusUpdate, Scope.FindingFixedUpdate, Scope.FindingIgnoreUpdate, Scope.FindingAssignUpdate];

    private static readonly ImmutableHashSet<Scope> WriteCode = ReadCode.Union(Triage).Union(
        [Scope.SourceRead, Scope.ApplicationsCreate, Scope.ApplicationsUpdate, Scope.ScansCreate, Scope.InventoryWrite, Scope.ComponentsEvaluate, Scope.DeploymentsWrite, Scope.SecuritySchemesWrite, Scope.JobsWrite]);

    /// <summary>All of them.</summary>
    public static ImmutableArray<BuiltInRole> All { get; } =
    [
        // Qwiet: ids as its document prints them.
        Qwiet("6fc50b34-6705-11eb-b610-435a3f7b9ad3", "SUPER_ADMIN", "Everything in the organization", Everything),
        Qwiet("09e9fc1f-8190-4b09-b2bf-a1beabd62c2a", "POWER_USER", "Applications, scans, findings and teams", WriteCode.Union([Scope.UsersList, Scope.RolesList, Scope.ApplicationsDelete, Scope.OrganizationConfigurationRead]), "TEAM_ADMIN"),
        Qwiet("e7ca42af-8dd5-4928-8eb9-28d5e41b5564", "MEMBER", "Reads and triages findings", ReadCode.Union(Triage).Union([Scope.SourceRead, Scope.UsersList, Scope.ApplicationsUpdate, Scope.ScansCreate]), "TEAM_MEMBER"),
        Qwiet("c46b7cba-6726-11eb-8232-e3aecb012972", "LEGACY_COLLABORATOR", "As a member of an older edition", WriteCode.Union([Scope.UsersList, Scope.RolesList])),
        Qwiet("6d5fbe08-0512-46e0-b5d2-45902ee6c0ba", "GUEST", "Reads only", ReadCode, "TEAM_GUEST"),
        Qwiet("033d8bd8-849f-4665-9dd8-72787c0b2494", "TEAM_DEFINED", "Nothing but what a team gives", [Scope.OrganizationsRead, Scope.ApplicationsList]),

        // IQ: Developer has the document's id; the others are ours.
        Iq("1b92fae3e55a411793a091fb821c422d", "System Administrator", "Manages users, roles and the system", Everything),
        Iq("1cddabf7fdaa47d6833454af10e0a3ef", "Owner", "Manages assigned organizations and applications", EverythingButReveal.Except([Scope.SystemConfigure, Scope.UsersUpdate, Scope.RolesUpdate])),
        Iq("3d6c7a1f52c04e0e9bb0c4a1d9c1e5a7", "Policy Administrator", "Manages policies everywhere", WriteCode.Union([Scope.OrganizationsCreate, Scope.OrganizationsUpdate, Scope.OrganizationsDelete, Scope.ApplicationsDelete, Scope.RolesList])),
        Iq("1da70fae1fd54d6cb7999871ebdb9a36", "Developer", "Views assigned applications and evaluates components", [Scope.OrganizationsRead, Scope.ApplicationsList, Scope.ApplicationsRead, Scope.InventoryRead, Scope.ComponentsEvaluate]),
        Iq("5f0e0c1b7f4d4f53a6f1c6f1a3b0d9e2", "Application Evaluator", "Evaluates assigned applications", [Scope.OrganizationsRead, Scope.ApplicationsList, Scope.ApplicationsRead, Scope.ScansCreate, Scope.ScansRead]),
        Iq("7c2b9a5e4d1f4a3cb8e6d5f0a1c2b3d4", "Component Evaluator", "Evaluates components of assigned applications", [Scope.OrganizationsRead, Scope.ApplicationsList, Scope.ApplicationsRead, Scope.ComponentsEvaluate]),
        Iq("9e8d7c6b5a4f4e3d8c2b1a0f9e8d7c6b", "Legal Reviewer", "Reviews licences of assigned applications", [Scope.OrganizationsRead, Scope.ApplicationsList, Scope.ApplicationsRead, Scope.InventoryRead, Scope.InventoryWrite, Scope.EvidenceRead, Scope.SourceRead]),

        // Code Insight: roles of a project.
        CodeInsight("2a4c6e80-1b3d-4f5a-8c7e-9d0b1a2c3e4f", "PROJECT_ADMIN", "Everything in a project", WriteCode.Union([Scope.ApplicationsDelete, Scope.AccessWrite])),
        CodeInsight("2a4c6e80-1b3d-4f5a-8c7e-9d0b1a2c3e50", "ANALYST", "Scans and edits inventory", [Scope.ApplicationsList, Scope.ApplicationsRead, Scope.ApplicationsUpdate, Scope.ScansCreate, Scope.ScansRead, Scope.InventoryRead, Scope.InventoryWrite, Scope.EvidenceRead, Scope.SourceRead, Scope.JobsRead]),
        CodeInsight("2a4c6e80-1b3d-4f5a-8c7e-9d0b1a2c3e51", "REVIEWER", "Reviews inventory", [Scope.ApplicationsList, Scope.ApplicationsRead, Scope.ScansRead, Scope.InventoryRead, Scope.InventoryWrite, Scope.JobsRead]),
        CodeInsight("2a4c6e80-1b3d-4f5a-8c7e-9d0b1a2c3e52", "OBSERVER", "Reads published inventory", [Scope.ApplicationsList, Scope.ApplicationsRead, Scope.InventoryRead, Scope.JobsRead]),

        // Guardian: roles of an account.
        Guardian("4b6d8fa0-2c4e-4a6b-9d8f-0e1c2b3a4d5e", "admin", "Administrator", Everything),
        Guardian("4b6d8fa0-2c4e-4a6b-9d8f-0e1c2b3a4d5f", "analyst", "Reads everything about machines", ReadMachines),
        Guardian("4b6d8fa0-2c4e-4a6b-9d8f-0e1c2b3a4d60", "member", "Sees only the node groups it was added to", []),
    ];

    private static readonly FrozenDictionary<Guid, BuiltInRole> ById = All.ToFrozenDictionary(role => role.Id);

    /// <summary>The role that the first user of a server gets.</summary>
    public static BuiltInRole Administrator { get; } = All.Single(role => role.Name == "SUPER_ADMIN");

    /// <summary>The role with this id, or null.</summary>
    public static BuiltInRole? Find(Guid id) => ById.GetValueOrDefault(id);

    /// <summary>The role with this id, name or alias, in any document; null when there is none. The case counts where only it tells two apart: <c>ANALYST</c> and <c>analyst</c>.</summary>
    public static BuiltInRole? Find(string text, ApiName apis = ApiName.All) => Guid.TryParse(text, out var id)
        ? Find(id)
        : Named(text, apis, StringComparer.Ordinal) ?? Named(text, apis, StringComparer.OrdinalIgnoreCase);

    private static BuiltInRole? Named(string text, ApiName apis, StringComparer comparer) =>
        All.FirstOrDefault(role => apis.HasFlag(role.Api) && (comparer.Equals(role.Name, text) || role.Aliases.Contains(text, comparer)));

    // Every role of the document's sample may list roles.
    private static BuiltInRole Qwiet(string id, string name, string description, ImmutableHashSet<Scope> scopes, params ReadOnlySpan<string> aliases) =>
        new(Guid.Parse(id), name, ApiName.Qwiet, description, scopes.Add(Scope.RolesList)) { Aliases = [.. aliases], ForTokens = true };

    private static BuiltInRole Iq(string id, string name, string description, ImmutableHashSet<Scope> scopes) => new(Guid.Parse(id), name, ApiName.Iq, description, scopes);

    private static BuiltInRole CodeInsight(string id, string name, string description, ImmutableHashSet<Scope> scopes) => new(Guid.Parse(id), name, ApiName.CodeInsight, description, scopes);

    private static BuiltInRole Guardian(string id, string name, string description, ImmutableHashSet<Scope> scopes) => new(Guid.Parse(id), name, ApiName.Guardian, description, scopes) { ForTokens = scopes.Count > 0 };
}
