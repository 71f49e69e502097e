using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>Where each run of <see cref="Length"/> words stands in the licence texts.</summary>
internal sealed class GramIndex
{
    /// <summary>Words in a gram: short enough to survive edits every few words, long enough to be rare in code.</summary>
    public const int Length = 4;

    const int BucketBits = 20;
    const int PresentBits = 21;

    readonly int[] bucketStarts = new int[(1 << BucketBits) + 1];
    readonly Posting[] postings;

    // Most runs of known words stand in no text; this fits in the processor's cache and the buckets do not.
    readonly ulong[] present = new ulong[(1 << PresentBits) / 64];

    public GramIndex(ImmutableArray<LicenseText> texts)
    {
        foreach (var text in texts)
            for (var at = 0; at + Length <= text.Words.Length; at++) bucketStarts[Bucket(Hash(text.Words.AsSpan(at, Length))) + 1]++;
        for (var b = 1; b < bucketStarts.Length; b++) bucketStarts[b] += bucketStarts[b - 1];

        postings = new Posting[bucketStarts[^1]];
        var next = bucketStarts.AsSpan(0, 1 << BucketBits).ToArray();
        for (var t = 0; t < texts.Length; t++)
        {
            for (var at = 0; at + Length <= texts[t].Words.Length; at++)
            {
                var hash = Hash(texts[t].Words.AsSpan(at, Length));
                present[Present(hash) >> 6] |= 1UL << Present(hash);
                postings[next[Bucket(hash)]++] = new(hash, (ushort)t, (ushort)at);
            }
        }
    }

    /// <summary>The postings that may be those of <paramref name="hash"/>; the caller compares <see cref="Posting.Hash"/>.</summary>
    public ReadOnlySpan<Posting> Find(uint hash)
    {
        if (!MayHave(hash)) return [];
        var bucket = Bucket(hash);
        return postings.AsSpan(bucketStarts[bucket]..bucketStarts[bucket + 1]);
    }

    /// <summary>False for most runs of words that stand in no text.</summary>
    public bool MayHave(uint hash) => (present[Present(hash) >> 6] >> Present(hash) & 1) != 0;

    public static uint Hash(ReadOnlySpan<int> gram)
    {
        var hash = 17u;
        foreach (var word in gram) hash = (hash ^ (uint)word) * 0x9E3779B1u + (hash >> 15);
        return hash ^ (hash >> 16);
    }

    static int Present(uint hash) => (int)(hash * 0x85EBCA6Bu >> (32 - PresentBits));

    static int Bucket(uint hash) => (int)(hash * 0x85EBCA6Bu >> (32 - BucketBits));
}

/// <summary>A gram stands at word <paramref name="At"/> of text <paramref name="Text"/>.</summary>
internal readonly record struct Posting(uint Hash, ushort Text, ushort At);
