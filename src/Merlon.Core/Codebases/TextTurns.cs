namespace Merlon.Core.Codebases;

/// <summary>Lets only a few files be read out of uploads at a time, each in a process of its own: who opens many waits for himself.</summary>
public sealed class TextTurns : IDisposable
{
    private const int AtOnce = 2;
    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <summary>Waits for a turn; disposing gives it back.</summary>
    public async Task<IDisposable> Take(CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
