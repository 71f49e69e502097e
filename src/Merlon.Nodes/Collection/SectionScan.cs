using System.Runtime.CompilerServices;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection;

/// <summary>Runs one collector within its limits. Whatever goes wrong in it ends this section only, with a message.</summary>
sealed class SectionScan(SectionCollector collector, CollectionContext node)
{
    bool stopped;

    public int Count { get; private set; }

    /// <summary>After the last item.</summary>
    public SectionState State => stopped || node.MissedSome ? SectionState.Incomplete : SectionState.Complete;

    public IEnumerable<string> Messages => node.Messages.Select(message => $"{collector.Section}: {message}");

    public async IAsyncEnumerable<SnapshotItem> Items([EnumeratorCancellation] CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(node.Options.SectionTimeLimit);
        await using var items = collector.Collect(node, limit.Token).GetAsyncEnumerator(limit.Token);
        while (await Next(items, limit.Token, cancellation) is { } item)
        {
            Count++;
            yield return item;
        }
    }

    /// <summary>The next item; null at the end and when the collector failed or ran into a limit.</summary>
    async ValueTask<SnapshotItem?> Next(IAsyncEnumerator<SnapshotItem> items, CancellationToken limited, CancellationToken cancellation)
    {
        try
        {
            limited.ThrowIfCancellationRequested();
            if (!await items.MoveNextAsync()) return null;
            return Count < node.Options.SectionItemLimit ? items.Current : Stop($"stopped after {Count} items");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Stop($"stopped after {node.Options.SectionTimeLimit.TotalSeconds:F0} s");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Stop($"could not be collected: {error.Message}");
        }
    }

    SnapshotItem? Stop(string why)
    {
        stopped = true;
        node.Note(why);
        return null;
    }
}
