namespace Merlon.Server.Apis.Qwiet;

/// <summary>What every success is wrapped in.</summary>
/// <param name="NextPage">Absolute address of the next page; absent on the last.</param>
sealed record Answer<T>(bool Ok, string? NextPage, T Response);

/// <summary>A success that has nothing to say but that it was one.</summary>
sealed record Answer(bool Ok)
{
    /// <summary>It was done.</summary>
    public static Answer Done<T>(T value) => new(true);

    /// <summary>Wraps a response.</summary>
    public static Answer<T> Of<T>(T response, string? nextPage = null) => new(true, nextPage, response);
}
