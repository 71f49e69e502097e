using System.Runtime.CompilerServices;

namespace Merlon.Core.Scans;

/// <summary>Reads one element further than its reader has asked for, so that making the next and using this one go on side by side.</summary>
internal static class ReadAhead
{
    /// <summary>The elements of <paramref name="source"/>, in order. Whoever stops early cancels what is being made.</summary>
    public static async IAsyncEnumerable<T> OneAhead<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken ct = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var elements = source.GetAsyncEnumerator(stop.Token);
        var next = Next(elements);
        try
        {
            while (await next)
            {
                var element = elements.Current;
                next = Next(elements);
                yield return element;
            }
        }
        finally
        {
            await stop.CancelAsync();
            // The source cannot be ended while it works; how that work ends is of no interest any more.
            await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    // Off this thread, because much of what makes an element does not wait for anything.
    private static Task<bool> Next<T>(IAsyncEnumerator<T> elements) => Task.Run(async () => await elements.MoveNextAsync());
}
