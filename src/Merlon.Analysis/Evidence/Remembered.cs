using System.Diagnostics.CodeAnalysis;

namespace Merlon.Analysis.Evidence;

/// <summary>
/// What was made of stretches of bytes, for the next file in which the same stretch stands: the header of a project's files is read once.
/// Forgets everything when it is full. One per thread; an answer must follow from the bytes alone.
/// </summary>
/// <param name="mostBytes">Of stretches and answers together.</param>
internal sealed class Remembered<T>(int mostBytes = 4 << 20)
{
    // A longer stretch is hardly met again.
    const int LongestStretch = 64 << 10;

    readonly Dictionary<int, (byte[] Bytes, T Answer)> known = [];
    int size;

    public bool TryRecall(ReadOnlySpan<byte> bytes, [MaybeNullWhen(false)] out T answer)
    {
        answer = default;
        if (bytes.Length > LongestStretch || !known.TryGetValue(Hash(bytes), out var entry) || !bytes.SequenceEqual(entry.Bytes)) return false;
        answer = entry.Answer;
        return true;
    }

    /// <param name="answerBytes">How large the answer is, where it is larger than the stretch.</param>
    public void Keep(ReadOnlySpan<byte> bytes, T answer, int answerBytes = 0)
    {
        if (bytes.Length > LongestStretch) return;
        if (size > mostBytes)
        {
            known.Clear();
            size = 0;
        }
        known[Hash(bytes)] = (bytes.ToArray(), answer);
        size += bytes.Length + answerBytes;
    }

    static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
