using Merlon.Analysis;

namespace Merlon.Scanning;

/// <summary>One line on a terminal's standard error that says how far a scan is; nothing in a pipe.</summary>
sealed class ScanProgress(TimeProvider time) : IProgress<CodeScanProgress>, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);
    private readonly Lock _gate = new();
    private long _written = time.GetTimestamp();
    private bool _shown;

    public void Report(CodeScanProgress value)
    {
        if (Console.IsErrorRedirected) return;
        lock (_gate)
        {
            if (time.GetElapsedTime(_written) < Every) return;
            (_written, _shown) = (time.GetTimestamp(), true);
            Console.Error.Write($"\r\e[K{value.Stage} {value.Done:N0}{(value.Total > 0 ? $" of {value.Total:N0}" : "")}");
        }
    }

    public void Dispose()
    {
        if (_shown) Console.Error.Write("\r\e[K");
    }
}
