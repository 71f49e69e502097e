namespace Merlon.Core.Storage;

/// <summary>A page asked for by number, as some documents do.</summary>
/// <param name="Number">1 is the first.</param>
/// <param name="Size">Rows of a page, at least 1.</param>
public readonly record struct NumberedPage(int Number, int Size)
{
    /// <summary>Rows before this page.</summary>
    public int Skip => (int)Math.Min(int.MaxValue, (Number - 1L) * Size);

    /// <summary>This page of rows that are in a total order.</summary>
    public IQueryable<T> Of<T>(IOrderedQueryable<T> rows) => rows.Skip(Skip).Take(Size);
}
