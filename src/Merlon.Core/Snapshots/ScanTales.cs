using Merlon.Core.Events;
using Merlon.Core.Nodes;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Snapshots;

/// <summary>How events speak of scans. Counts stand under the section's singular: <c>package_diffs</c>, <c>user_modified</c>.</summary>
internal static class ScanTales
{
    /// <summary>The type of every scan's end.</summary>
    public const string Scanned = "Node Scanned";

    public static IEnumerable<Happening> Succeeded(Node node, NodeScan scan, SectionCounts counts)
    {
        var told = Told(Scanned, node, scan).With("success", "true").With("diffs", counts.Sum.Total.ToString());
        yield return told;
        if (scan.PreviousKey is null) yield return told with { Type = "Node First Scanned" };
        if (counts.Sum.Total == 0) yield break;
        var changed = Count(told with { Type = "Node Changed" }, "", counts.Sum);
        foreach (var (section, summary) in counts.Sections) changed = Count(changed, Singular(section) + "_", summary);
        yield return changed;
    }

    public static Happening Failed(Node node, NodeScan scan) => Told(Scanned, node, scan).With("success", "false").With("message", scan.Message);

    private static Happening Told(string type, Node node, NodeScan scan) => node.Told(type)
        .With("scan_id", scan.Key.ToString()).With("job_id", scan.JobKey?.ToString()).With("label", scan.Label).With("status", scan.Status.Word());

    private static Happening Count(Happening told, string prefix, DiffSummary counts) => told
        .With(prefix + "diffs", counts.Total.ToString()).With(prefix + "added", counts.Added.ToString())
        .With(prefix + "removed", counts.Removed.ToString()).With(prefix + "modified", counts.Modified.ToString());

    private static string Singular(string section)
    {
        var name = Storage.ColumnNames.Snake(section).Replace(' ', '_');
        return name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y" : name.EndsWith('s') ? name[..^1] : name;
    }
}
