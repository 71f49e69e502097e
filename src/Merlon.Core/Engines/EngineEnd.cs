namespace Merlon.Core.Engines;

/// <summary>How a child process ended. Each has a sentence for the person who asked for the scan.</summary>
public abstract record EngineEnd(string Message)
{
    /// <summary>It did what was ordered; every answer has arrived.</summary>
    public sealed record Finished() : EngineEnd("Finished.");

    /// <summary>It died, or gave up with an error of its own.</summary>
    public sealed record Crashed(string Why) : EngineEnd(Why);

    /// <summary>It needed more memory than it was given.</summary>
    public sealed record OverMemory(long Limit) : EngineEnd($"The engine needed more than its {Limit >> 20:N0} MB of memory and was stopped; the setting engine.memoryMegabytes allows more.");

    /// <summary>It took longer than it was given.</summary>
    public sealed record TimedOut(TimeSpan Limit) : EngineEnd($"The engine took longer than {Limit.TotalMinutes:0.##} minutes and was stopped; the setting engine.minutes allows more.");

    /// <summary>The caller's token fired.</summary>
    public sealed record Canceled() : EngineEnd("The engine was stopped because the scan was canceled.");
}
