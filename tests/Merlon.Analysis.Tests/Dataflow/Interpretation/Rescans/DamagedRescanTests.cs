using System.Security.Cryptography;

namespace Merlon.Analysis.Tests.Dataflow.Interpretation.Rescans;

/// <summary>What an earlier scan kept is read as what anybody may have written.</summary>
public sealed class DamagedRescanTests : RescanTree
{
    [Theory]
    [InlineData("dataflow-java.runs")]
    [InlineData("dataflow-java.code")]
    public async Task Rescan_WithADamagedFile_ScansAfresh(string name)
    {
        await Scan(Cache);
        var file = Path.Combine(Cache, name);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        (await Compare()).ShouldBe(1);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 3)], TestContext.Current.CancellationToken);
        (await Compare()).ShouldBe(1);
    }

    /// <summary>Code is read where it is needed, so that it may turn out late that it is none: who writes another file can write another hash.</summary>
    [Fact]
    public async Task Rescan_WithForgedCode_ComesToAnEnd()
    {
        const int head = SHA256.HashSizeInBytes;
        await Scan(Cache);
        var file = Path.Combine(Cache, "dataflow-java.code");
        var kept = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        for (var i = 1; i <= 12; i++)
        {
            var forged = (byte[])kept.Clone();
            forged.AsSpan(kept.Length - kept.Length * i / 25, 2).Fill(0x7E);
            SHA256.HashData(forged.AsSpan(head)).CopyTo(forged.AsSpan());
            await File.WriteAllBytesAsync(file, forged, TestContext.Current.CancellationToken);
            File.Delete(Path.Combine(Cache, "dataflow-java.runs"));
            await Should.NotThrowAsync(() => Scan(Cache));
        }
    }

    [Fact]
    public async Task Rescan_WithForgedRuns_ComesToAnEnd()
    {
        const int head = SHA256.HashSizeInBytes;
        await Scan(Cache);
        var file = Path.Combine(Cache, "dataflow-java.runs");
        var kept = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Write("Page", Page.Replace("protected", "int zero = 0; protected", StringComparison.Ordinal));
        for (var i = 1; i <= 40; i++)
        {
            var forged = (byte[])kept.Clone();
            forged.AsSpan(kept.Length - kept.Length * i / 80, 2).Fill((byte)(i * 5));
            SHA256.HashData(forged.AsSpan(head)).CopyTo(forged.AsSpan());
            await File.WriteAllBytesAsync(file, forged, TestContext.Current.CancellationToken);
            await Should.NotThrowAsync(() => Scan(Cache));
        }
    }
}
