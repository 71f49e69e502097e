using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Merlon.Analysis.Secrets.Kinds;

namespace Merlon.Analysis.Secrets;

/// <summary>
/// Finds the kinds' keywords in bytes, in one pass that costs about a nanosecond a byte: the three bytes at each place, letters folded,
/// are hashed into a bitmap of the keywords' first three; only where its bit is set are keywords compared.
/// </summary>
internal sealed class KeywordFilter
{
    private const int HashBits = 18;
    private const uint Fold = 0x202020;
    private const uint ThreeBytes = 0xFFFFFF;
    private const uint TellingBits = 0x5F5F5F;
    private readonly ulong[] _bitmap = new ulong[(1 << HashBits) / 64];
    private readonly Dictionary<uint, Keyword[]> _byBeginning;

    /// <summary>A keyword and the kind it calls.</summary>
    /// <param name="Text">In lower case unless <paramref name="Exact"/>.</param>
    public sealed record Keyword(byte[] Text, bool Exact, SecretKind Kind);

    public KeywordFilter(IEnumerable<SecretKind> kinds)
    {
        _byBeginning = kinds.SelectMany(kind => kind.Keywords.Select(k => KeywordOf(kind, k))).GroupBy(k => Beginning(k.Text)).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var beginning in _byBeginning.Keys)
        {
            var hash = Hash(beginning);
            _bitmap[hash >> 6] |= 1UL << (int)hash;
        }
    }

    /// <summary>The first place at <paramref name="from"/> or later where keywords may stand, or -1.</summary>
    public int Next(ReadOnlySpan<byte> text, int from)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        ref var bits = ref MemoryMarshal.GetArrayDataReference(_bitmap);
        for (int i = from, end = text.Length - 4; i <= end; i++)
        {
            var hash = Hash(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, i)));
            if ((Unsafe.Add(ref bits, hash >> 6) >> (int)hash & 1) != 0) return i;
        }
        return -1;
    }

    /// <summary>The keywords that stand at a place that <see cref="Next"/> gave.</summary>
    public void At(ReadOnlySpan<byte> text, int at, List<Keyword> found)
    {
        found.Clear();
        if (!_byBeginning.TryGetValue(Beginning(text[at..]), out var keywords)) return;
        foreach (var keyword in keywords)
            if (Stands(text[at..], keyword)) found.Add(keyword);
    }

    private static bool Stands(ReadOnlySpan<byte> text, Keyword keyword)
    {
        var word = keyword.Text;
        if (text.Length < word.Length) return false;
        if (keyword.Exact) return text[..word.Length].SequenceEqual(word);
        for (var i = 0; i < word.Length; i++)
            if (Lower(text[i]) != word[i]) return false;
        return true;
    }

    private static byte Lower(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;

    private static Keyword KeywordOf(SecretKind kind, string text) => kind.Matcher == SecretMatcher.Shape
        ? new(System.Text.Encoding.ASCII.GetBytes(text), true, kind)
        : new(System.Text.Encoding.ASCII.GetBytes(text.ToLowerInvariant()), false, kind);

    private static uint Beginning(ReadOnlySpan<byte> text) => (text[0] | (uint)text[1] << 8 | (uint)text[2] << 16) | Fold;

    // Six bits of each byte: all but the one that tells small letters from capitals, and the one that ASCII lacks.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Hash(uint beginning) => Bmi2.IsSupported
        ? Bmi2.ParallelBitExtract(beginning, TellingBits)
        : ((beginning | Fold) & ThreeBytes) * 2654435761u >> 32 - HashBits;
}
