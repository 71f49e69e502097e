namespace Merlon.Nodes.Collection.Inventory;

/// <summary>A group of facts. One without a value is left out.</summary>
abstract class FactSource
{
    public abstract IAsyncEnumerable<(string Name, string? Value)> Find(CollectionContext node, CancellationToken cancellation);
}
