using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Tests.Dataflow.Interpretation.Values;

public sealed class IntMapTests
{
    const int Keys = 300;

    [Fact]
    public void Set_OfManyKeys_FindsEachAndNothingElse()
    {
        var map = Of(k => k % 3 == 0, "a");
        for (var key = 0; key < Keys; key++) map[key].ShouldBe(key % 3 == 0 ? "a" : null);
    }

    [Fact]
    public void Merge_OfOverlappingMaps_JoinsWhereBothHaveAKey()
    {
        var merged = Of(k => k % 2 == 0, "a").Merge(Of(k => k % 3 == 0, "b"), (l, r) => l + r);
        for (var key = 0; key < Keys; key++)
            merged[key].ShouldBe((key % 2, key % 3) switch { (0, 0) => "ab", (0, _) => "a", (_, 0) => "b", _ => null });
    }

    [Fact]
    public void Merge_ThatChangesNothing_GivesTheVeryMapBack()
    {
        var map = Of(k => k % 5 == 0, "a");
        map.Merge(Of(k => k % 10 == 0, "b"), (l, _) => l).ShouldBeSameAs(map);
        map.Set(5, map[5]!).ShouldBeSameAs(map);
    }

    static IntMap<string> Of(Func<int, bool> has, string value) =>
        Enumerable.Range(0, Keys).Select(k => (k * 7) % Keys).Where(has).Aggregate(IntMap<string>.Empty, (map, key) => map.Set(key, value));
}
