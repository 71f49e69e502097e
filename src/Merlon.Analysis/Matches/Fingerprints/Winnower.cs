using System.Buffers.Binary;
using System.Numerics;

namespace Merlon.Analysis.Matches.Fingerprints;

/// <summary>
/// Samples text by winnowing (Schleimer, Wilkerson and Aiken, 2003) with the parameters of the published WFP form: letters and digits
/// alone count, letters in lower case; grams of 30 of them are hashed by CRC32C; of each 64 neighbouring grams the least hash is taken,
/// when it is not the one taken last. Content comes in pieces of any size; the state is a few hundred bytes.
/// </summary>
public sealed class Winnower
{
    /// <summary>Normalised characters in a gram.</summary>
    public const int Gram = 30;

    /// <summary>Grams in a window.</summary>
    public const int Window = 64;

    // Twice the gram, so that the newest 30 characters always lie side by side.
    readonly byte[] text = new byte[Gram * 2];
    readonly (long At, uint Hash)[] rising = new (long, uint)[Window];
    int head, count, filled;
    long grams;
    uint last = uint.MaxValue;
    int line = 1;

    /// <summary>Reads on, handing each fingerprint to <paramref name="found"/>.</summary>
    public void Read(ReadOnlySpan<byte> content, Action<Fingerprint> found)
    {
        foreach (var one in content)
        {
            if (one == (byte)'\n') line++;
            else if (Normal(one) is not 0 and var normal && Gathered(normal)) Slide(Hash(text.AsSpan(filled - Gram, Gram)), found);
        }
    }

    /// <summary>The CRC32C (Castagnoli) of some bytes, as iSCSI defines it.</summary>
    public static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        for (; bytes.Length >= 2; bytes = bytes[2..]) crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt16LittleEndian(bytes));
        return ~(bytes.IsEmpty ? crc : BitOperations.Crc32C(crc, bytes[0]));
    }

    static byte Normal(byte one) => one switch
    {
        >= (byte)'a' and <= (byte)'z' or >= (byte)'0' and <= (byte)'9' => one,
        >= (byte)'A' and <= (byte)'Z' => (byte)(one | 0x20),
        _ => 0,
    };

    // True when the newest character completes a gram.
    bool Gathered(byte normal)
    {
        if (filled == text.Length)
        {
            text.AsSpan(Gram + 1).CopyTo(text);
            filled = Gram - 1;
        }
        text[filled++] = normal;
        return filled >= Gram;
    }

    // The least of the last 64 hashes, in constant time: a queue that keeps only what can still become the least, in rising order.
    void Slide(uint hash, Action<Fingerprint> found)
    {
        while (count > 0 && rising[(head + count - 1) % Window].Hash > hash) count--;
        if (count > 0 && rising[head].At <= grams - Window)
        {
            head = (head + 1) % Window;
            count--;
        }
        rising[(head + count++) % Window] = (grams++, hash);
        var least = rising[head].Hash;
        if (grams < Window || least == last) return;
        last = least;
        // The least of many is never evenly spread; its own hash is.
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, least);
        found(new(Hash(bytes), line));
    }
}
