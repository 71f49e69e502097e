using System.Text;
using Merlon.Analysis.Matches.Fingerprints;

namespace Merlon.Analysis.Tests.Matches;

public sealed class WinnowerTests
{
    private static readonly byte[] Text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 12).Select(i => $"int Function{i}(int value) {{\n    return value * {i * 7919} + {i};\n}}\n")));

    // Worked out by a second implementation, written from the published description in another language.
    private const string Published = """
        file=e1fac79abe1309855f89df5047e2bc5b,707,f.c
        8=9a627c72
        10=4b86a836,e079faaf,ec142b22
        14=104a7fbe
        19=b6ae1f4a,e4748fde
        20=32e59c84
        25=fdba3367
        31=86ddd1f6
        32=d0b33e29
        34=f317c59f

        """;

    [Fact]
    public void Hash_IsTheCheckValueOfCrc32C() => Winnower.Hash("123456789"u8).ShouldBe(0xE3069283);

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public void Read_InPiecesOfAnySize_GivesThePublishedForm(int piece)
    {
        List<Fingerprint> found = [];
        var winnower = new Winnower();
        for (var at = 0; at < Text.Length; at += Math.Min(piece, Text.Length - at)) winnower.Read(Text.AsSpan(at, Math.Min(piece, Text.Length - at)), found.Add);

        WfpText.Of("e1fac79abe1309855f89df5047e2bc5b", Text.Length, "f.c", found).ShouldBe(Published);
    }

    [Fact]
    public void Read_OfTheSameWordsInAnotherLayout_GivesTheSameHashes()
    {
        var other = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Text).ToUpperInvariant().Replace("\n", " \r\n\t", StringComparison.Ordinal).Replace("{", "\n{ /* */", StringComparison.Ordinal));
        List<Fingerprint> one = [], two = [];
        new Winnower().Read(Text, one.Add);
        new Winnower().Read(other, two.Add);

        two.Select(f => f.Hash).ShouldBe(one.Select(f => f.Hash));
    }

    [Fact]
    public void Read_OfTooLittle_GivesNothing()
    {
        List<Fingerprint> found = [];
        new Winnower().Read("return the answer to everything"u8, found.Add);
        WfpText.Of("00", 31, "f", found).ShouldBe("file=00,31,f\n");
    }
}
