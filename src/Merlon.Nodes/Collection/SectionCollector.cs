using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection;

/// <summary>
/// Collects one section of a snapshot. Give it a folder of its own beside the others and a line in <see cref="Sections"/>;
/// docs/how-to-add-a-collector-section.md shows how.
/// </summary>
abstract class SectionCollector
{
    /// <summary>The section's name as policies write it in their paths: <c>packages</c>, <c>EnvVars</c>.</summary>
    public abstract string Section { get; }

    /// <summary>What the report calls its items: <c>number_of_{}_found</c>.</summary>
    public virtual string Counted => Section;

    /// <summary>
    /// The items, in any order, each path once (of two, the first stays). What the machine lacks yields nothing; what could
    /// not be seen is said with <see cref="CollectionContext.Note"/> or <see cref="CollectionContext.Miss"/>.
    /// </summary>
    public abstract IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, CancellationToken cancellation);

    /// <summary>An item of this section; names and values that are too long are shortened.</summary>
    protected SnapshotItem Item(string subSection, string name, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        new(ItemPath.Of(Section, subSection, BoundedText.Name(name)), ItemAttributes.Of(attributes));
}
