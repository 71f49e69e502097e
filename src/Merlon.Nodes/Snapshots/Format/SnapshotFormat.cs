using System.Buffers.Binary;
using System.Numerics;

namespace Merlon.Nodes.Snapshots.Format;

/// <summary>
/// The stored form of a snapshot, version 1; integers are little-endian, "varint" is LEB128.
/// <code>
/// file      = header chunk* directory trailer
/// header    = "MRLNSNAP" version:u16 reserved:u16
/// chunk     = Brotli( item+ )
/// item      = shared:varint  suffix:varint byte*  body:varint byte*     key = first "shared" bytes of the previous key + suffix
/// body      = count:varint ( name:varint byte*  kind:u8  value:varint byte* )*
/// directory = Brotli( sections:varint section*  chunks:varint entry* )
/// trailer   = directory offset:u64 stored:u32 raw:u32 crc:u32 digest:32 bytes "MRLNSEND"
/// </code>
/// Chunks end where the key's hash says (<see cref="ChunkBoundary"/>), not after a fixed count: an item more or less moves
/// no boundary but its own, so that equal parts of two snapshots are equal chunks, known by their digests without reading them.
/// Each chunk and the directory carry a CRC-32C of their stored bytes.
/// </summary>
static class SnapshotFormat
{
    public const ushort Version = 1;
    public const int HeaderBytes = 12;
    public const int TrailerBytes = 8 + 4 + 4 + 4 + DigestBytes + 8;
    public const int DigestBytes = 32;

    /// <summary>A chunk closes once it is this large, whatever the hashes say.</summary>
    public const int ChunkBytes = 64 * 1024;

    /// <summary>The largest chunk a reader accepts: a nearly full one and one more item of the largest kind.</summary>
    public const int MaximumChunkBytes = ChunkBytes + SnapshotLimits.ItemBytes + SnapshotLimits.KeyBytes + 64;

    /// <summary>The largest directory a reader accepts; enough for tens of millions of items.</summary>
    public const int MaximumDirectoryBytes = 256 * 1024 * 1024;

    public static ReadOnlySpan<byte> Magic => "MRLNSNAP"u8;

    public static ReadOnlySpan<byte> EndMagic => "MRLNSEND"u8;

    /// <summary>CRC-32C (Castagnoli), by the processor's own instruction where it has one.</summary>
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes) crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}
