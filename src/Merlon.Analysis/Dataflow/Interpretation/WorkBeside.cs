using System.Runtime.ExceptionServices;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Work that goes on at a thread of its own until its result is asked for.</summary>
sealed class WorkBeside<T>
{
    readonly Thread thread;
    ExceptionDispatchInfo? failure;
    T? result;

    public WorkBeside(Func<T> work)
    {
        thread = new Thread(() =>
        {
            try
            {
                result = work();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        })
        { IsBackground = true };
        thread.Start();
    }

    /// <summary>The result, once it is there. What the work threw is thrown here.</summary>
    public T Result
    {
        get
        {
            thread.Join();
            failure?.Throw();
            return result!;
        }
    }
}
