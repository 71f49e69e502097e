using System.Collections.Immutable;

namespace Merlon.Nodes.Transports;

/// <summary>A program to run and how much of it to bear.</summary>
public sealed record NodeCommand(string Program, params ImmutableArray<string> Arguments)
{
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Bytes kept of standard output; a program that prints more is stopped.</summary>
    public int OutputLimit { get; init; } = 32 * 1024 * 1024;
}

/// <summary>How a command ended.</summary>
public enum CommandEnd
{
    Exited,
    NotFound,
    TimedOut,
    TooMuchOutput,
}

/// <summary>What a command printed. <paramref name="ExitCode"/> counts only when it exited.</summary>
public sealed record CommandResult(CommandEnd End, int ExitCode, string Output, string Error)
{
    public bool Succeeded => End == CommandEnd.Exited && ExitCode == 0;
}
