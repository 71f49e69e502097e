using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Tests.Snapshots;

public sealed class SnapshotCorruptionTests
{
    static readonly byte[] Whole = Stored.Bytes(new RandomMachine(3).Items(60).Values);

    [Fact]
    public void Reader_GivenAnyDamagedByte_SaysSoOrReadsTheSame()
    {
        var items = new RandomMachine(3).Items(60).Values.OrderBy(i => i.Path).ToList();
        var unnoticed = 0;
        for (var at = 0; at < Whole.Length; at++)
        {
            var damaged = (byte[])Whole.Clone();
            damaged[at] ^= 0x40;
            if (Read(damaged) is { } read)
            {
                read.ShouldBe(items);
                unnoticed++;
            }
        }

        // The header's two reserved bytes and the digest of the whole carry no items.
        unnoticed.ShouldBeLessThanOrEqualTo(2 + 32);
    }

    [Fact]
    public void Reader_GivenAFileCutShort_SaysSo()
    {
        for (var length = 0; length < Whole.Length; length += 37)
            Read(Whole[..length]).ShouldBeNull($"cut at {length}");
    }

    [Fact]
    public void Reader_GivenAnUnfinishedFile_SaysSo()
    {
        using var stream = new MemoryStream();
        var writer = new SnapshotWriter(stream);
        foreach (var item in new RandomMachine(3).Items(60).Values.OrderBy(i => i.Path)) writer.Write(item);
        Read(stream.ToArray()).ShouldBeNull();
    }

    [Fact]
    public void Reader_GivenALaterVersion_NamesIt()
    {
        var later = (byte[])Whole.Clone();
        later[8] = 9;
        Should.Throw<SnapshotCorruptException>(() => Stored.Open(later)).Message.ShouldContain("version 9");
    }

    [Fact]
    public void Reader_GivenNoise_SaysSo()
    {
        for (var seed = 1; seed < 50; seed++)
        {
            var noise = new byte[seed * 13];
            for (var i = 0; i < noise.Length; i++) noise[i] = (byte)(i * seed * 31 >> 3);
            Read(noise).ShouldBeNull();
        }
    }

    static List<SnapshotItem>? Read(byte[] bytes)
    {
        try
        {
            using var reader = Stored.Open(bytes);
            return [.. reader.Read()];
        }
        catch (SnapshotCorruptException)
        {
            return null;
        }
    }
}
