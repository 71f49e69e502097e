using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Merlon.Core.Findings.Lists;

/// <summary>
/// For each kind whether it is wanted and, where a list is sorted by something that a profile has, in which band it stands.
/// Decided once per kind, whatever the number of findings.
/// </summary>
internal sealed class FindingRanks(IReadOnlyDictionary<FindingKind, int> wanted)
{
    private readonly (FindingKind Kind, int Band)[] _sorted = [.. wanted.Select(w => (w.Key, w.Value)).OrderBy(w => w.Key.Profile).ThenBy(w => w.Key.Triage)];

    /// <summary>The bands that occur, lowest first.</summary>
    public IReadOnlyList<int> Bands { get; } = [.. wanted.Values.Distinct().Order()];

    /// <summary>Whether the kind is wanted in this band.</summary>
    public bool Has(FindingKind kind, int band) => wanted.TryGetValue(kind, out var rank) && rank == band;

    /// <summary>Whether the kind is wanted at all.</summary>
    public bool Has(FindingKind kind) => wanted.ContainsKey(kind);

    /// <summary>Names what is wanted in a band.</summary>
    public string Digest(int band)
    {
        var numbers = _sorted.Where(w => w.Band == band).SelectMany(w => new[] { w.Kind.Profile, w.Kind.Triage }).ToArray();
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<long>(numbers)));
    }

    /// <summary>How many findings of a band a page has: both are sorted by kind, so that one walk along both tells.</summary>
    public int Count(byte[] tally, int band)
    {
        var (count, at) = (0, 0);
        foreach (var (kind, n) in FindingTally.Read(tally))
        {
            while (at < _sorted.Length && IsBefore(_sorted[at].Kind, kind)) at++;
            if (at == _sorted.Length) break;
            if (_sorted[at].Kind == kind && _sorted[at].Band == band) count += n;
        }
        return count;
    }

    /// <summary>How many findings of a band there are in all.</summary>
    public int Count(FindingTally tally, int band) => tally.Sum(k => Has(k.Key, band) ? k.Value : 0);

    private static bool IsBefore(FindingKind first, FindingKind second) => first.Profile < second.Profile || (first.Profile == second.Profile && first.Triage < second.Triage);
}
