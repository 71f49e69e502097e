using System.Text;

namespace Merlon.Packages.Tests;

public sealed class TextPoolTests
{
    [Fact]
    public void Of_TheSameBytesAgain_IsTheSameText()
    {
        var pool = new TextPool();
        pool.Of("1.2.3"u8).ShouldBeSameAs(pool.Of("1.2.3"u8));
    }

    [Fact]
    public void Of_MoreTextsThanThereArePlaces_IsAlwaysTheText()
    {
        var pool = new TextPool();
        string[] texts = [.. Enumerable.Range(0, 30_000).Select(n => $"{n % 7}.{n}-é"[..^(n % 3)]), new('x', 200), ""];
        foreach (var text in texts.Concat(texts)) pool.Of(Encoding.UTF8.GetBytes(text)).ShouldBe(text);
    }
}
