using Merlon.Core.Findings.Lists;

namespace Merlon.Core.Tests.Findings;

/// <summary>What was worked out about a list is worked out once, and again when anything it depends on is another.</summary>
public sealed class RememberedListsTests
{
    private static readonly ListMoment Moment = new(1, 2, 3);
    private int _worked;

    private Task<string> Ask(RememberedLists lists, ListMoment moment, string what, long size = 100) => lists.Get(moment, what, _ => size, () => Task.FromResult($"answer {++_worked}"));

    [Fact]
    public async Task Get_OfTheSameAgain_WorksOnce()
    {
        using var lists = new RememberedLists();

        (await Ask(lists, Moment, "counts")).ShouldBe("answer 1");
        (await Ask(lists, Moment, "counts")).ShouldBe("answer 1");
    }

    [Theory]
    [InlineData("another tenant", 9, 2, 3, "counts")]
    [InlineData("another list", 1, 9, 3, "counts")]
    [InlineData("a later revision", 1, 2, 4, "counts")]
    [InlineData("another question", 1, 2, 3, "tags")]
    public async Task Get_OfSomethingElse_WorksAgain(string which, long tenant, long scan, long revision, string what)
    {
        using var lists = new RememberedLists();
        await Ask(lists, Moment, "counts");

        (await Ask(lists, new(tenant, scan, revision), what)).ShouldBe("answer 2", which);
    }

    [Fact]
    public async Task Get_OfWhatIsLargerThanAllMemoryForIt_AnswersWithoutRemembering()
    {
        using var lists = new RememberedLists();

        await Ask(lists, Moment, "counts", long.MaxValue / 2);
        (await Ask(lists, Moment, "counts", long.MaxValue / 2)).ShouldBe("answer 2");
    }
}
