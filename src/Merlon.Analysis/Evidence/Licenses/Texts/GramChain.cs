namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>The longest increasing chain of hits (patience sorting, O(n log n)).</summary>
internal sealed class GramChain
{
    readonly List<Hit> chain = [];
    int[] tails = new int[1024];
    int[] previous = new int[1024];

    /// <summary>The longest run of hits [from, to) that grows in file and in text; valid until the next call.</summary>
    public List<Hit> Longest(List<Hit> hits, int from, int to)
    {
        var length = 0;
        if (previous.Length < to - from) (previous, tails) = (new int[(to - from) * 2], new int[(to - from) * 2]);
        for (var start = from; start < to;)
        {
            var end = start + 1;
            while (end < to && hits[end].File == hits[start].File) end++;
            // Hits of one file word in falling text order, so that a chain takes one of them at most.
            for (var h = end - 1; h >= start; h--) length = Math.Max(length, Place(hits, h, from, length));
            start = end;
        }
        chain.Clear();
        for (var h = length == 0 ? -1 : tails[length - 1]; h >= 0; h = previous[h - from]) chain.Add(hits[h]);
        chain.Reverse();
        return chain;
    }

    int Place(List<Hit> hits, int hit, int from, int length)
    {
        var (low, high) = (0, length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[tails[middle]].Text < hits[hit].Text) low = middle + 1;
            else high = middle;
        }
        previous[hit - from] = low == 0 ? -1 : tails[low - 1];
        tails[low] = hit;
        return low + 1;
    }
}
