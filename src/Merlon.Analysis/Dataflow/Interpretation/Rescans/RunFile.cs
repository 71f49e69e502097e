using System.Security.Cryptography;
using System.Text;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// The file in which runs are kept between scans: a hash of the rest, what the runs were made with, and the runs, with each text written
/// once. A file that is missing, damaged or made with anything else holds no runs.
/// </summary>
/// <param name="path">The file; its folder is made when needed.</param>
/// <param name="madeWith">The digest of the engine, its options, rules and models, and of the files that are not code.</param>
sealed class RunFile(string path, UInt128 madeWith)
{
    const int MostItems = 50_000_000;

    public KeptRuns Read()
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes))) return KeptRuns.None;
            using var reader = new BinaryReader(new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes, writable: false), Encoding.UTF8);
            return ReadNumber(reader) == madeWith ? new RunReader(reader).Read() : KeptRuns.None;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            return KeptRuns.None;
        }
    }

    public void Write(KeptRuns runs)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        WriteNumber(writer, madeWith);
        new RunWriter(writer).Write(runs);
        writer.Flush();
        var content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var scratch = $"{path}.{Environment.ProcessId}";
        using (var file = File.Create(scratch))
        {
            file.Write(SHA256.HashData(content));
            file.Write(content);
        }
        File.Move(scratch, path, overwrite: true);
    }

    internal static int ReadCount(BinaryReader reader) =>
        reader.Read7BitEncodedInt() is >= 0 and <= MostItems and var count ? count : throw new FormatException("The file of kept runs is damaged.");

    internal static UInt128 ReadNumber(BinaryReader reader) => new(reader.ReadUInt64(), reader.ReadUInt64());

    internal static void WriteNumber(BinaryWriter writer, UInt128 number)
    {
        writer.Write((ulong)(number >> 64));
        writer.Write((ulong)number);
    }
}
