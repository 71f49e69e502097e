using System.Text;

namespace Merlon.Analysis.Evidence.Tokens;

/// <summary>
/// The words that licences, rules and names are made of, each with a small number. Words that mean the same to a licence
/// (SPDX matching guidelines, annex B: varietal spellings) share a number. Number 0 is every word that is not known.
/// </summary>
/// <remarks>Filled while the engine is built, read-only and shared by all threads afterwards.</remarks>
internal sealed class Vocabulary
{
    public const int Unknown = 0;

    int[] slots = new int[1 << 16];
    uint[] hashes = new uint[1 << 15];
    byte[][] words = new byte[1 << 15][];
    int[] ids = new int[1 << 15];
    int count = 1;

    /// <summary>One more than the largest number given out.</summary>
    public int Count => count;

    public static uint Extend(uint hash, byte lower) => (hash ^ lower) * 16777619u;

    public const uint Seed = 2166136261u;

    public static uint Hash(ReadOnlySpan<byte> lower)
    {
        var hash = Seed;
        foreach (var b in lower) hash = Extend(hash, b);
        return hash;
    }

    /// <summary>The number of a word, given lower-cased bytes (ASCII folded) or as it stands in the file.</summary>
    public int Find(ReadOnlySpan<byte> word, uint hash)
    {
        for (var slot = (int)(hash & (uint)(slots.Length - 1)); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var entry = slots[slot];
            if (hashes[entry] == hash && Ascii.EqualsIgnoreCase(word, words[entry])) return ids[entry];
        }
        return IsAscii(word) ? Unknown : FindBytes(word, hash);
    }

    public int Find(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word.ToLowerInvariant());
        return Find(bytes, Hash(bytes));
    }

    public string Word(int id) => id == Unknown ? "?" : Encoding.UTF8.GetString(words[id]);

    public int Add(ReadOnlySpan<byte> lower)
    {
        var hash = Hash(lower);
        var known = Find(lower, hash);
        return known != Unknown ? known : Insert(lower, hash, null);
    }

    /// <summary>Makes <paramref name="spelling"/> another way to write <paramref name="word"/>.</summary>
    public void Alias(string spelling, string word)
    {
        var id = Add(Encoding.UTF8.GetBytes(word));
        var bytes = Encoding.UTF8.GetBytes(spelling);
        if (Find(bytes, Hash(bytes)) == Unknown) Insert(bytes, Hash(bytes), id);
    }

    // Ascii.EqualsIgnoreCase answers false for any byte above 127.
    int FindBytes(ReadOnlySpan<byte> word, uint hash)
    {
        Span<byte> lower = word.Length <= 128 ? stackalloc byte[word.Length] : new byte[word.Length];
        for (var i = 0; i < word.Length; i++) lower[i] = word[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(word[i] | 0x20) : word[i];
        for (var slot = (int)(hash & (uint)(slots.Length - 1)); slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            var entry = slots[slot];
            if (hashes[entry] == hash && lower.SequenceEqual(words[entry])) return ids[entry];
        }
        return Unknown;
    }

    static bool IsAscii(ReadOnlySpan<byte> word) => Ascii.IsValid(word);

    int Insert(ReadOnlySpan<byte> lower, uint hash, int? sameAs)
    {
        if (count == words.Length) Grow();
        var entry = count++;
        (hashes[entry], words[entry], ids[entry]) = (hash, lower.ToArray(), sameAs ?? entry);
        Place(entry);
        return ids[entry];
    }

    void Place(int entry)
    {
        var slot = (int)(hashes[entry] & (uint)(slots.Length - 1));
        while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
        slots[slot] = entry;
    }

    void Grow()
    {
        Array.Resize(ref hashes, count * 2);
        Array.Resize(ref words, count * 2);
        Array.Resize(ref ids, count * 2);
        slots = new int[count * 4];
        for (var entry = 1; entry < count; entry++) Place(entry);
    }
}
