namespace Merlon.Core.Engines;

/// <summary>What a child process may take. Passing any of these ends it, and only it.</summary>
public sealed record EngineLimits
{
    /// <summary>Resident memory in bytes, native parsers included.</summary>
    public long Memory { get; init; } = 4L << 30;

    /// <summary>From start to end by the clock.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromHours(2);

    /// <summary>One answer in bytes.</summary>
    public int Frame { get; init; } = 64 << 20;

    /// <summary>Unix niceness, 0 to 19: engines give way to the server.</summary>
    public int Nice { get; init; } = 10;
}
