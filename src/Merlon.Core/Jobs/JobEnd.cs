namespace Merlon.Core.Jobs;

/// <summary>How a run ended, as its handler sees it. An exception counts as <see cref="TryAgain"/>.</summary>
public abstract record JobEnd
{
    private JobEnd() { }

    /// <summary>Done.</summary>
    public sealed record Completed : JobEnd;

    /// <summary>Cannot be done; another attempt would end the same way.</summary>
    public sealed record Failed(string Message) : JobEnd;

    /// <summary>Did not work this time; tried again later while attempts are left.</summary>
    public sealed record TryAgain(string Message) : JobEnd;

    /// <summary>Waits for something outside, until <see cref="Jobs.Resume"/> or the deadline, whichever comes first; the handler is then run again.</summary>
    public sealed record Wait(TimeSpan AtMost) : JobEnd;

    /// <summary>Ended by the server: over a limit, or what it was for is gone.</summary>
    public sealed record Terminated(string Message) : JobEnd;

    /// <summary>Done.</summary>
    public static JobEnd Done { get; } = new Completed();
}
