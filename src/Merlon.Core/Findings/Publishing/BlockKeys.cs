using Merlon.Core.Findings.Documents;
using Merlon.Core.Storage;

namespace Merlon.Core.Findings.Publishing;

/// <summary>Keys of <see cref="DocumentBlock"/>s, drawn for many batches at once: drawing is a commit of its own. What a scan leaves over are gaps.</summary>
internal sealed class BlockKeys(Keys keys)
{
    private const int AtOnce = 1000;
    private long _next;
    private long _end;

    /// <summary>The first of <paramref name="count"/> consecutive keys.</summary>
    public async Task<long> Next(int count, CancellationToken ct)
    {
        if (_end - _next < count)
        {
            var drawn = Math.Max(count, AtOnce);
            _next = await keys.Range<DocumentBlock>(drawn, ct);
            _end = _next + drawn;
        }
        _next += count;
        return _next - count;
    }
}
