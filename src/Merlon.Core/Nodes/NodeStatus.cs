namespace Merlon.Core.Nodes;

/// <summary>Whether a node is looked after. The numbers are shown by the node scan API.</summary>
public enum NodeStatus
{
    /// <summary>Looked after.</summary>
    Active = 1,

    /// <summary>Found, and nobody has decided yet.</summary>
    Detected = 2,

    /// <summary>Given up; its scans are kept for as long as retention says.</summary>
    Deleted = 3,
}
