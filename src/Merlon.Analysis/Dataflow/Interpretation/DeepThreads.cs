using System.Runtime.ExceptionServices;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Threads with a stack that is deep enough for calls within calls of the program that is interpreted.</summary>
static class DeepThreads
{
    const int StackBytes = 256 << 20;

    /// <summary>Does the work for each of so many numbers, on so many threads.</summary>
    public static void Each(int count, int jobs, Action<int> work, CancellationToken ct)
    {
        var next = -1;
        Run(jobs, () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                ct.ThrowIfCancellationRequested();
                work(i);
            }
        });
    }

    /// <summary>Runs the same work on so many threads and waits for all; the first exception is thrown on.</summary>
    public static void Run(int count, Action work)
    {
        ExceptionDispatchInfo? failure = null;
        void Guarded()
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }
        var threads = Enumerable.Range(0, Math.Max(1, count)).Select(_ => new Thread(Guarded, StackBytes) { IsBackground = true }).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        failure?.Throw();
    }
}
