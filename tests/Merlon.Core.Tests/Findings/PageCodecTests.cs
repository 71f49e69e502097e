using Merlon.Core.Findings.Lists;
using Shouldly;
using Xunit;

namespace Merlon.Core.Tests.Findings;

public class PageCodecTests
{
    private const long Page = 3;

    private static readonly List<ListedFinding> Entries = [.. Enumerable.Range(0, 500).Select(n => new ListedFinding((Page << 12) + (n * 7), new(1 + (n % 40), n % 3)))];

    [Fact]
    public void Unpack_GivesWhatWasPacked()
    {
        var (tally, packed) = PageCodec.Pack(Page, Entries);

        PageCodec.Unpack(Page, tally, packed).ShouldBe(Entries);
    }

    [Fact]
    public void Unpack_OfSomeKinds_GivesThoseInOrder()
    {
        var (tally, packed) = PageCodec.Pack(Page, Entries);

        PageCodec.Unpack(Page, tally, packed, kind => kind.Profile == 7).ShouldBe(Entries.FindAll(e => e.Kind.Profile == 7));
        PageCodec.Unpack(Page, tally, packed, _ => false).ShouldBeEmpty();
    }

    [Fact]
    public void Pick_AmongKeysOfAllPages_GivesThoseOfThisPage()
    {
        var (tally, packed) = PageCodec.Pack(Page, Entries);
        var wanted = new[] { Entries[0], Entries[77], Entries[499] };
        long[] keys = [5, (Page << 12) - 1, .. wanted.Select(e => e.Key), Entries[3].Key + 1, (Page + 1) << 12];

        PageCodec.Pick(Page, tally, packed, keys.Order().ToArray()).ShouldBe(wanted);
        PageCodec.Pick(Page, tally, packed, [1, 2, long.MaxValue]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Count_OfABand_IsThatOfTheEntries(bool some)
    {
        var (tally, _) = PageCodec.Pack(Page, Entries);
        var kinds = Entries.Select(e => e.Kind).Distinct().Where(k => !some || k.Triage != 1).ToDictionary(k => k, k => (int)(k.Profile % 2));
        var ranks = new FindingRanks(kinds);

        foreach (var band in (int[])[0, 1, 2]) ranks.Count(tally, band).ShouldBe(Entries.Count(e => kinds.TryGetValue(e.Kind, out var rank) && rank == band));
    }
}
