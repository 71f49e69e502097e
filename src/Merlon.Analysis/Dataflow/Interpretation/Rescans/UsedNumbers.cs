using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>New numbers, from 0 and in the same order, for those that are still used.</summary>
sealed class UsedNumbers
{
    bool[] used = [];
    int[]? renumbered;

    /// <summary>The old numbers that are used, rising. No more are added once this was asked.</summary>
    public List<int> Used => [.. Enumerable.Range(0, used.Length).Where(n => used[n])];

    public void Add(ImmutableArray<int> rising)
    {
        if (rising is [.., var last] && last >= used.Length) Array.Resize(ref used, Math.Max(last + 1, 2 * used.Length));
        foreach (var number in rising) used[number] = true;
    }

    /// <summary>The new numbers of old ones, rising as these.</summary>
    public ImmutableArray<int> Renumbered(ImmutableArray<int> old)
    {
        var numbers = renumbered ??= Number();
        var renamed = new int[old.Length];
        for (var i = 0; i < renamed.Length; i++) renamed[i] = numbers[old[i]];
        return ImmutableCollectionsMarshal.AsImmutableArray(renamed);
    }

    int[] Number()
    {
        var (numbers, count) = (new int[used.Length], 0);
        for (var i = 0; i < numbers.Length; i++) numbers[i] = used[i] ? count++ : -1;
        return numbers;
    }
}
