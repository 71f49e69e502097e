using Microsoft.Extensions.Caching.Memory;

namespace Merlon.Core.Findings.Lists;

/// <summary>
/// What was worked out about lists. It lies under the tenant's revision, which every writer of its findings raises, so that what is remembered is never
/// wrong, on however many servers; what nobody asks for again makes room.
/// </summary>
public sealed class RememberedLists : IDisposable
{
    private const long Bytes = 24 * 1024 * 1024;
    private readonly MemoryCache _values = new(new MemoryCacheOptions { SizeLimit = Bytes });

    /// <summary>What is remembered of a list, else what <paramref name="work"/> says.</summary>
    /// <param name="size">In bytes, roughly.</param>
    internal async Task<T> Get<T>(ListMoment moment, string what, Func<T, long> size, Func<Task<T>> work)
    {
        if (_values.TryGetValue((moment, what), out T? known)) return known!;
        var value = await work();
        _values.Set((moment, what), value, new MemoryCacheEntryOptions { Size = size(value) });
        return value;
    }

    public void Dispose() => _values.Dispose();
}

/// <summary>A list of a tenant, as it is at one revision of the tenant's findings.</summary>
internal readonly record struct ListMoment(long TenantKey, long ScanKey, long Revision);
