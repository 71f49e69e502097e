using System.Security.Cryptography;
using Merlon.Core.Blobs;

namespace Merlon.Server.Tests.Storage;

/// <summary>What every blob store promises.</summary>
public abstract class BlobStoreTests
{
    public sealed class InFiles : BlobStoreTests, IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("merlon-blobs-");

        protected override IBlobStore Blobs => new FileBlobStore(Path.Combine(_folder.FullName, "blobs"), TimeProvider.System);

        [Fact]
        public async Task Write_ThatBreaks_LeavesNoFile()
        {
            await Should.ThrowAsync<InvalidDataException>(() => Blobs.Write(Breaking, BlobForm.Raw, CancellationToken.None));
            Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        }

        [Fact]
        public async Task RemovePartial_RemovesOnlyOldOnes()
        {
            var partial = Directory.CreateDirectory(Path.Combine(_folder.FullName, "blobs", "partial")).FullName;
            await File.WriteAllTextAsync(Path.Combine(partial, "old"), "x");
            File.SetLastWriteTimeUtc(Path.Combine(partial, "old"), DateTime.UtcNow.AddDays(-2));
            await File.WriteAllTextAsync(Path.Combine(partial, "new"), "x");

            await Blobs.RemovePartial(DateTimeOffset.UtcNow.AddDays(-1), CancellationToken.None);

            Directory.EnumerateFiles(partial).Select(Path.GetFileName).ShouldBe(["new"]);
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }

    public sealed class InS3(S3Server server) : BlobStoreTests, IClassFixture<S3Server>
    {
        private readonly S3Place _place = server.NewPlace();

        protected override IBlobStore Blobs => new S3BlobStore(_place.Client(), _place, TimeProvider.System);
    }

    protected abstract IBlobStore Blobs { get; }

    public static TheoryData<BlobForm, int> Contents => new MatrixTheoryData<BlobForm, int>([BlobForm.Brotli, BlobForm.Gzip, BlobForm.Raw], [0, 1, 100_000, 8 << 20, 21_000_000]);

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task Write_ThenOpen_GivesTheSameBytes(BlobForm form, int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);

        var id = await Blobs.Write(new MemoryStream(content), CancellationToken.None, form);

        await using var read = await Blobs.Open(id, CancellationToken.None);
        (await SHA256.HashDataAsync(read)).ShouldBe(SHA256.HashData(content));
        id.Form.ShouldBe(form);
    }

    [Fact]
    public async Task Write_OfText_IsStoredSmaller()
    {
        var id = await Blobs.Write(new MemoryStream(new byte[1 << 20]), CancellationToken.None);
        (await Listed()).Single(blob => blob.Id == id).Length.ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task Write_ThatBreaks_LeavesNothing()
    {
        await Should.ThrowAsync<InvalidDataException>(() => Blobs.Write(Breaking, BlobForm.Raw, CancellationToken.None));
        (await Listed()).ShouldBeEmpty();
        await Blobs.RemovePartial(DateTimeOffset.UtcNow.AddMinutes(1), CancellationToken.None);
    }

    [Fact]
    public async Task Delete_RemovesIt_AndTwiceDoesNoHarm()
    {
        var id = await Blobs.Write(new MemoryStream([1, 2, 3]), CancellationToken.None);

        await Blobs.Delete(id, CancellationToken.None);
        await Blobs.Delete(id, CancellationToken.None);

        await Should.ThrowAsync<FileNotFoundException>(() => Blobs.Open(id, CancellationToken.None));
    }

    [Fact]
    public async Task Restore_OfStoredBytes_IsTheSameBlob()
    {
        var id = await Blobs.Write(new MemoryStream("the same"u8.ToArray()), CancellationToken.None);
        var stored = new MemoryStream();
        await using (var from = await Blobs.OpenStored(id, CancellationToken.None)) await from.CopyToAsync(stored);
        await Blobs.Delete(id, CancellationToken.None);

        stored.Position = 0;
        await Blobs.Restore(id, stored, CancellationToken.None);

        using var reader = new StreamReader(await Blobs.Open(id, CancellationToken.None));
        (await reader.ReadToEndAsync()).ShouldBe("the same");
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("0198f3aa0198f3aa0198f3aa0198f3aG")]
    [InlineData("0198f3aa0198f3aa0198f3aa0198f3aa.zz")]
    [InlineData("0198F3AA0198F3AA0198F3AA0198F3AA")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_OfWhatIsNoId_IsFalse(string? text) => BlobId.TryParse(text, out _).ShouldBeFalse();

    protected static async Task Breaking(Stream to, CancellationToken ct)
    {
        // More than one part of a multipart upload.
        await to.WriteAsync(new byte[20_000_000], ct);
        throw new InvalidDataException("the client went away");
    }

    private async Task<List<StoredBlob>> Listed()
    {
        var all = new List<StoredBlob>();
        await foreach (var blob in Blobs.List(CancellationToken.None)) all.Add(blob);
        return all;
    }
}
