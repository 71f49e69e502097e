using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Merlon.Analysis.Rescans;

/// <summary>A kept answer and for how many scans nobody has asked for it.</summary>
readonly record struct KeptAnswer(ReadOnlyMemory<byte> Answer, int Age);

/// <summary>The answers of a file that <see cref="AnswerWriter"/> wrote.</summary>
sealed class KeptAnswers
{
    static readonly KeptAnswers None = new();

    readonly Dictionary<UInt128, KeptAnswer> answers = [];

    public IEnumerable<KeyValuePair<UInt128, KeptAnswer>> All => answers;

    public KeptAnswer? Find(UInt128 key) => answers.TryGetValue(key, out var found) ? found : null;

    /// <summary>None when the file is missing, larger than <paramref name="most"/>, damaged, or made with anything else.</summary>
    public static KeptAnswers Read(string path, UInt128 madeWith, long most)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > most + SHA256.HashSizeInBytes || file.Length < 16 + SHA256.HashSizeInBytes) return None;
        var bytes = File.ReadAllBytes(path);
        var body = bytes.AsMemory(0, bytes.Length - SHA256.HashSizeInBytes);
        if (BinaryPrimitives.ReadUInt128LittleEndian(bytes) != madeWith || !SHA256.HashData(body.Span).AsSpan().SequenceEqual(bytes.AsSpan(body.Length))) return None;
        var kept = new KeptAnswers();
        return kept.ReadAll(body[16..]) ? kept : None;
    }

    bool ReadAll(ReadOnlyMemory<byte> rest)
    {
        while (rest.Length >= AnswerWriter.Overhead)
        {
            var head = rest.Span;
            var length = BinaryPrimitives.ReadInt32LittleEndian(head[17..]);
            rest = rest[AnswerWriter.Overhead..];
            if (length < 0 || length > rest.Length) return false;
            answers[BinaryPrimitives.ReadUInt128LittleEndian(head)] = new(rest[..length], head[16]);
            rest = rest[length..];
        }
        return rest.IsEmpty;
    }
}
