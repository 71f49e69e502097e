using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Identity;

namespace Merlon.Core.Findings;

/// <summary>
/// Sums that were worked out before. They depend on nothing but the kinds and numbers they are over, whose digest they lie under: a list that changes
/// has another digest, so what is remembered is never wrong, and every page of a list costs one look-up.
/// </summary>
public sealed class RememberedSums
{
    internal Memory<ImmutableArray<FindingCount>> Counts { get; } = new();

    internal Memory<FindingOverview> Overviews { get; } = new();

    /// <summary>Of what a sum is over.</summary>
    internal static UInt128 Digest(TenantId tenant, IReadOnlyCollection<KeyValuePair<FindingKind, int>> kinds, IReadOnlyCollection<string> types)
    {
        var numbers = new long[(3 * kinds.Count) + 1];
        (numbers[0], var at) = (tenant.Key, 1);
        foreach (var (kind, count) in kinds)
        {
            (numbers[at], numbers[at + 1], numbers[at + 2]) = (kind.Profile, kind.Triage, count);
            at += 3;
        }
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(types.Count == 0 ? MemoryMarshal.AsBytes<long>(numbers) : [.. MemoryMarshal.AsBytes<long>(numbers), .. Encoding.UTF8.GetBytes(string.Join('\n', types))], digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }

    /// <summary>Some values by digest; forgotten all at once when there are too many.</summary>
    internal sealed class Memory<T>
    {
        private const int Most = 500;
        private readonly ConcurrentDictionary<UInt128, T> _values = new();

        public bool TryGet(UInt128 digest, out T value) => _values.TryGetValue(digest, out value!);

        public T Keep(UInt128 digest, T value)
        {
            if (_values.Count >= Most) _values.Clear();
            return _values[digest] = value;
        }
    }
}
