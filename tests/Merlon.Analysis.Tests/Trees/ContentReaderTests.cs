using System.Security.Cryptography;
using System.Text;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Trees;

public sealed class ContentReaderTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(100_000)]
    public void Read_OfAnySize_ShowsEachByteAsOwnedExactlyOnce(int size)
    {
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, size).Select(i => i % 37 == 36 ? '\n' : (char)('a' + i % 23))));
        var owned = new List<byte>();

        var result = Read(content, window =>
        {
            (window.Offset + window.OwnedFrom).ShouldBe(owned.Count);
            window.FirstLine.ShouldBe(1 + content.AsSpan(0, (int)window.Offset).Count((byte)'\n'));
            window.First.ShouldBe(window.Offset == 0 && owned.Count == 0);
            owned.AddRange(window.Bytes[window.OwnedFrom..window.OwnedTo].ToArray());
        });

        owned.ShouldBe(content);
        result.Digests.ShouldBe(new FileDigests(size, content.Count(b => b == '\n') + (content is [.., not (byte)'\n'] ? 1 : 0), Hex(HashAlgorithmName.MD5, content),
            Hex(HashAlgorithmName.SHA1, content), Hex(HashAlgorithmName.SHA256, content)));
    }

    [Fact]
    public void Read_OfLinesShorterThanTheMargin_BreaksWindowsAtLines()
    {
        var content = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("twelve bytes\n", 1000)));

        Read(content, window => (window.OwnedFrom == 0 || window.Bytes.Span[window.OwnedFrom - 1] == '\n').ShouldBeTrue());
    }

    [Fact]
    public void Read_OfOneEndlessLine_StillGoesForwardWithContextOnBothSides()
    {
        var windows = 0;

        Read(Enumerable.Repeat((byte)'x', 10_000).ToArray(), window =>
        {
            windows++;
            if (!window.Last) (window.Bytes.Length - window.OwnedTo).ShouldBe(64);
            if (!window.First) window.OwnedFrom.ShouldBe(64);
        });

        windows.ShouldBeInRange(10, 13);
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-16 LE", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sample)] },
        { "UTF-16 BE", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sample)] },
        { "UTF-16 LE without mark", Encoding.Unicode.GetBytes(Sample) },
        { "UTF-16 BE without mark", Encoding.BigEndianUnicode.GetBytes(Sample) },
        { "UTF-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Sample)] },
        { "UTF-32 without mark", new UTF32Encoding(false, false).GetBytes(Sample) },
        { "UTF-32 BE without mark", new UTF32Encoding(true, false).GetBytes(Sample) },
    };

    const string Sample = "Copyright 2024 The Größe Authors\nAll rights reserved.\n";

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_OfWideText_ShowsUtf8AndDigestsTheFile(string what, byte[] content)
    {
        var seen = new List<byte>();

        var result = Read(content, window => seen.AddRange(window.Bytes[window.OwnedFrom..window.OwnedTo].ToArray()));

        Encoding.UTF8.GetString([.. seen]).ShouldBe(Sample, what);
        result.Digests.Sha1.ShouldBe(Hex(HashAlgorithmName.SHA1, content));
        result.Kind.Binary.ShouldBeFalse();
    }

    [Theory]
    [InlineData("plain text\n", false)]
    [InlineData("caf\u00e9 und gr\u00fcn", false)]
    [InlineData("\u001b[31mcolour\u001b[0m", false)]
    [InlineData("ELF\0\u0001\u0002\0binary", true)]
    [InlineData("\u0001\u0002\u0003\u0004\u0005", true)]
    [InlineData("", false)]
    public void ContentKind_TellsTextFromBinary(string content, bool binary)
    {
        ContentKind.Of(Encoding.UTF8.GetBytes(content)).Binary.ShouldBe(binary);
        ContentKind.Of(Encoding.Latin1.GetBytes(content)).Binary.ShouldBe(binary);
    }

    [Fact]
    public void ContentKind_OfATableOfNumbers_IsBinary() =>
        ContentKind.Of([.. Enumerable.Range(0, 500).SelectMany(n => BitConverter.GetBytes(n * 40 + 33))]).Binary.ShouldBeTrue();

    static string Hex(HashAlgorithmName algorithm, byte[] content) => Convert.ToHexStringLower(CryptographicOperations.HashData(algorithm, content));

    ContentReader.Result Read(byte[] content, Action<ContentWindow> read)
    {
        folder.Write("f", content);
        var file = new TreeFile("f", content.Length);
        return new ContentReader(1024, 64).Read(new ScannedTree(folder.Path, [file]), file, read, TestContext.Current.CancellationToken);
    }
}
