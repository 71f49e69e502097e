namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>In which block of a function each of its statements begins; known while the function is lowered, to say which block a construct stands in.</summary>
sealed class StatementBlocks
{
    readonly List<(int Start, int End, int Block)> statements = [];

    /// <param name="block">0 when nothing can be said of it.</param>
    public void Add(Span statement, int block) => statements.Add((statement.Start, statement.End, block));

    /// <summary>The block that a place is run in: that of the smallest statement around it; 0 when that was lowered more than once, or there is none.</summary>
    public int At(Span place)
    {
        var (size, found) = (int.MaxValue, 0);
        foreach (var (start, end, block) in statements)
        {
            if (start > place.Start || end < place.End || end - start > size) continue;
            found = end - start < size || found == block ? block : 0;
            size = end - start;
        }
        return found;
    }
}
