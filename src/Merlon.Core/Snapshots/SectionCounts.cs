using System.Collections.Immutable;
using Merlon.Nodes.Snapshots;

namespace Merlon.Core.Snapshots;

/// <summary>The differences between two snapshots, counted for each section that has any.</summary>
internal sealed record SectionCounts(DiffSummary Sum, ImmutableSortedDictionary<string, DiffSummary> Sections)
{
    /// <summary>Counts a diff; without one nothing differs.</summary>
    public static SectionCounts Of(SnapshotDiff? diff)
    {
        var sections = ImmutableSortedDictionary.CreateBuilder<string, DiffSummary>(StringComparer.Ordinal);
        var sum = default(DiffSummary);
        foreach (var change in diff?.Changes() ?? [])
        {
            sum = sum.With(change.Kind);
            sections[change.Path.Section] = sections.GetValueOrDefault(change.Path.Section).With(change.Kind);
        }
        return new(sum, sections.ToImmutable());
    }
}
