using Merlon.Core.Findings.Publishing;

namespace Merlon.Core.Tests.Findings;

/// <summary>How staged findings are told apart from what an application has, and how they stand in a batch.</summary>
public sealed class StagedBatchTests
{
    private static StagedRow Row(string fingerprint, StagedNews news = StagedNews.New, long digest = 5) => new(fingerprint, news, 7, "Títle", "src/ä.c", 12, "rule", 3, digest, [1, 2, 3, 4, 5, 6, 7, 8]);

    [Fact]
    public void Row_WrittenAndRead_IsTheSameButForItsDocumentsBlock()
    {
        var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true)) Row("f", StagedNews.Changed, -1).Write(writer, firstBlock: 100);
        memory.Position = 0;
        using var reader = new BinaryReader(memory);

        var read = StagedRow.Read(reader);

        (read with { Tags = [] }).ShouldBe(Row("f", StagedNews.Changed, -1) with { Document = 1603, Tags = [] });
        read.Tags.ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        memory.Position.ShouldBe(memory.Length);
    }

    [Fact]
    public void Take_OfMoreNewFindingsThanKeysWereDrawn_Fails()
    {
        var found = new Recognition(new KnownFindings(), 10, 1);

        found.Take(Row("a")).ShouldBe(10);
        Should.Throw<InvalidOperationException>(() => found.Take(Row("b")));
    }

    [Fact]
    public void Take_OfOneWhoseTextsWereNotStagedAndThatWasRemovedMeanwhile_Fails() =>
        Should.Throw<InvalidOperationException>(() => new Recognition(new KnownFindings(), 10, 1).Take(Row("a", StagedNews.Same)));

    [Fact]
    public void FingerprintHash_OfManySimilar_IsDifferentForEach()
    {
        var hashes = new HashSet<UInt128>();
        for (var n = 0; n < 300_000; n++)
        {
            hashes.Add(FingerprintHash.Of($"{n:x}")).ShouldBeTrue();
            hashes.Add(FingerprintHash.Of($"{n:x}\0")).ShouldBeTrue();
        }
    }
}
