using System.Runtime.CompilerServices;
using Merlon.Core.Scans;
using Shouldly;
using Xunit;

namespace Merlon.Core.Tests.Scans;

public class ReadAheadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Elements_ComeInOrder() => (await Numbers(100).OneAhead(Stop).ToListAsync(Stop)).ShouldBe(Enumerable.Range(0, 100));

    [Fact]
    public async Task Next_IsMadeWhileOneIsUsed()
    {
        var made = new TaskCompletionSource();
        await foreach (var number in Numbers(2, onSecond: made.SetResult).OneAhead(Stop))
            if (number == 0) await made.Task;
    }

    [Fact]
    public async Task Failure_OfTheSource_ReachesTheReaderBehindWhatCameBefore()
    {
        var seen = new List<int>();

        await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            await foreach (var number in Numbers(3, failsAtEnd: true).OneAhead(Stop)) seen.Add(number);
        });

        seen.ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Failure_OfTheReader_CancelsTheSourceAndEndsIt()
    {
        var ended = new TaskCompletionSource();

        await Should.ThrowAsync<InvalidDataException>(async () =>
        {
            await foreach (var number in Endless(ended).OneAhead(Stop)) throw new InvalidDataException($"{number}");
        });

        ended.Task.IsCompleted.ShouldBeTrue();
    }

    private static async IAsyncEnumerable<int> Numbers(int count, Action? onSecond = null, bool failsAtEnd = false)
    {
        for (var n = 0; n < count; n++)
        {
            await Task.Yield();
            if (n == 1) onSecond?.Invoke();
            yield return n;
        }
        if (failsAtEnd) throw new InvalidDataException("broken");
    }

    private static async IAsyncEnumerable<int> Endless(TaskCompletionSource ended, [EnumeratorCancellation] CancellationToken ct = default)
    {
        try
        {
            yield return 1;
            await Task.Delay(Timeout.Infinite, ct);
        }
        finally
        {
            ended.SetResult();
        }
    }
}
