namespace Merlon.Reports;

/// <summary>Tables as text: aligned for a person, tab-separated for a pipe.</summary>
sealed class TextTables(TextWriter text, bool wide)
{
    /// <summary>Writes a table under a title.</summary>
    public void Write(string title, string[] headings, IEnumerable<string[]> rows)
    {
        var all = rows.Select(row => row.Select(OneLine).ToArray()).Prepend(headings).ToList();
        text.WriteLine(title);
        var widths = headings.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all) text.WriteLine(wide ? Aligned(row, widths) : string.Join('\t', row));
        text.WriteLine();
    }

    /// <summary>What a scanned tree is called must not move the cursor of who reads about it.</summary>
    public static string OneLine(string cell) => string.Concat(cell.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Aligned(string[] row, int[] widths) => string.Join("  ", row.Select((cell, column) => column == row.Length - 1 ? cell : cell.PadRight(widths[column])));
}
