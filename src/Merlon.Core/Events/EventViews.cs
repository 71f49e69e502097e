namespace Merlon.Core.Events;

/// <summary>Named filters that everybody has.</summary>
public static class EventViews
{
    private static readonly (string Name, string Query)[] All =
        [("All", ""), ("User Logins", "type=User Logged In"), ("Policy Ran", "type=Policy Ran"), ("Failed Scans", "type=Node Scanned AND variables.success=false")];

    /// <summary>The query of a view in any case of its name; null when there is no such view.</summary>
    public static string? Query(string name) => Array.Find(All, view => view.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Query;
}
