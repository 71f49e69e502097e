using System.Collections.Immutable;
using Merlon.Core.Identity;

namespace Merlon.Server.Apis.Iq;

/// <summary>The IQ document's permissions, in its own words, and the scopes that stand behind each.</summary>
static class IqPermissions
{
    /// <summary>Category, id, name, description, and the scope that decides whether a role has it.</summary>
    public static readonly ImmutableArray<(string Category, string Id, string Name, string Description, Scope Scope)> All =
    [
        ("Administrator", "CONFIGURE_SYSTEM", "Edit System Configuration and Users", "Change how the server runs and who may sign in", Scope.SystemConfigure),
        ("Administrator", "EDIT_ROLES", "Edit Custom Roles", "Change roles", Scope.RolesUpdate),
        ("Administrator", "VIEW_ROLES", "View All Roles", "See roles", Scope.RolesList),
        ("Administrator", "ACCESS_AUDIT_LOG", "Access Audit Log", "Read the audit log", Scope.AuditRead),
        ("IQ", "WRITE", "Edit IQ Elements", "Change organizations and applications", Scope.ApplicationsUpdate),
        ("IQ", "READ", "View IQ Elements", "See organizations and applications", Scope.ApplicationsRead),
        ("IQ", "EDIT_ACCESS_CONTROL", "Edit Access Control", "Give and take roles", Scope.AccessWrite),
        ("IQ", "EVALUATE_APPLICATION", "Evaluate Applications", "Have an application scanned and judged", Scope.ScansCreate),
        ("IQ", "EVALUATE_COMPONENT", "Evaluate Individual Components", "Have single components judged", Scope.ComponentsEvaluate),
        ("IQ", "ADD_APPLICATION", "Add Applications", "Make and move applications", Scope.ApplicationsCreate),
        ("Remediation", "CHANGE_LICENSES", "Change Licenses", "Override licences of components", Scope.InventoryWrite),
        ("Remediation", "CHANGE_SECURITY_VULNERABILITIES", "Change Security Vulnerabilities", "Decide on security issues", Scope.FindingStatusUpdate),
    ];

    /// <summary>The permission that a scope is shown as.</summary>
    public static string Of(Scope scope) => All.FirstOrDefault(p => p.Scope == scope).Id ?? (scope.Name.EndsWith(":read", StringComparison.Ordinal) ? "READ" : "WRITE");
}
