using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>Texts with their numbers, each once, in the order in which they were first asked for. Safe for concurrent use.</summary>
sealed class TextNumbers
{
    readonly Dictionary<string, int> numbers;
    readonly List<string> all = [];
    readonly Lock gate = new();

    /// <param name="known">The first ones.</param>
    public TextNumbers(IReadOnlyList<string> known)
    {
        numbers = new(2 * known.Count, StringComparer.Ordinal);
        foreach (var text in known) Of(text);
    }

    public int Count => all.Count;

    /// <summary>All of them, by their numbers. To be asked for once no more are added.</summary>
    public IReadOnlyList<string> All => all;

    public int Of(string text)
    {
        lock (gate)
        {
            if (numbers.TryGetValue(text, out var number)) return number;
            all.Add(text);
            return numbers[text] = all.Count - 1;
        }
    }

    /// <summary>Their number, the length of each in UTF-16 units, and all characters.</summary>
    public ReadOnlyMemory<byte> ToBytes()
    {
        var characters = all.Sum(t => (long)t.Length);
        var bytes = new byte[checked(4 * (all.Count + 1) + 2 * characters)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, all.Count);
        var (length, at) = (4, 4 * (all.Count + 1));
        foreach (var text in all)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(length), text.Length);
            length += 4;
            // As they are: half a surrogate pair is no text that could be encoded.
            MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(bytes.AsSpan(at));
            at += 2 * text.Length;
        }
        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote. Throws <see cref="FormatException"/> where that cannot be.</summary>
    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> bytes, out ReadOnlyMemory<byte> rest)
    {
        var span = bytes.Span;
        if (span.Length < 4 || BinaryPrimitives.ReadInt32LittleEndian(span) is var count && (count < 0 || count > span.Length / 4 - 1)) throw ByteReader.Damaged();
        var texts = new string[count];
        var at = 4 * (count + 1);
        for (var i = 0; i < count; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(span[(4 * (i + 1))..]);
            if (length < 0 || length > (span.Length - at) / 2) throw ByteReader.Damaged();
            texts[i] = new string(MemoryMarshal.Cast<byte, char>(span.Slice(at, 2 * length)));
            at += 2 * length;
        }
        rest = bytes[at..];
        return texts;
    }
}
