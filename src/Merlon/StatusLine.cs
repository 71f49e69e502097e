namespace Merlon;

/// <summary>One line at the bottom of a terminal's standard error that is written over while something lasts; nothing in a pipe.</summary>
sealed class StatusLine(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);
    private readonly Lock _gate = new();
    private long? _written;

    /// <summary>Shows a text, unless one was shown a moment ago.</summary>
    public void Show(string text)
    {
        if (Console.IsErrorRedirected) return;
        lock (_gate)
        {
            if (_written is { } last && time.GetElapsedTime(last) < Every) return;
            _written = time.GetTimestamp();
            Console.Error.Write($"\r\e[K{text}");
        }
    }

    /// <summary>Clears the line.</summary>
    public void Dispose()
    {
        if (_written is not null) Console.Error.Write("\r\e[K");
    }
}
