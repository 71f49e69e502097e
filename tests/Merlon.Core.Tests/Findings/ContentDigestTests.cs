using Merlon.Core.Findings.Publishing;
using Shouldly;
using Xunit;

namespace Merlon.Core.Tests.Findings;

public class ContentDigestTests
{
    [Fact]
    public void Digest_OfContentWithOneByteChangedAddedOrTakenAway_IsAnother()
    {
        var content = new byte[100];
        new Random(1).NextBytes(content);
        var digests = new HashSet<long> { ContentDigest.Of(content) };

        for (var at = 0; at < content.Length; at++)
        {
            for (var change = 1; change < 256; change++)
            {
                content[at] ^= (byte)change;
                digests.Add(ContentDigest.Of(content)).ShouldBeTrue();
                content[at] ^= (byte)change;
            }
        }
        for (var length = 0; length < content.Length; length++) digests.Add(ContentDigest.Of(content.AsSpan(0, length))).ShouldBeTrue();
        for (var zeros = 1; zeros < 20; zeros++) digests.Add(ContentDigest.Of([.. content, .. new byte[zeros]])).ShouldBeTrue();
    }

    [Fact]
    public void Digest_OfTheSameContent_IsTheSame() => ContentDigest.Of("a finding"u8).ShouldBe(ContentDigest.Of("a finding"u8));
}
