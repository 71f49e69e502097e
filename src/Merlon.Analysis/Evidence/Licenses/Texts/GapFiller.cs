namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>Finds the longest common subsequence of the words between two anchors.</summary>
internal sealed class GapFiller
{
    /// <summary>Beyond this many cells a gap stays a gap: the effort per file is bounded.</summary>
    const int MostCells = 3_000;

    ushort[] cells = new ushort[MostCells];

    public void Fill(ReadOnlySpan<int> file, ReadOnlySpan<int> text, int fileFrom, int fileTo, int textFrom, int textTo, List<Hit> into)
    {
        var (rows, columns) = (fileTo - fileFrom, textTo - textFrom);
        if (rows <= 0 || columns <= 0 || (long)(rows + 1) * (columns + 1) > MostCells) return;
        var width = columns + 1;
        Array.Clear(cells, 0, (rows + 1) * width);
        for (var r = rows - 1; r >= 0; r--)
        {
            for (var c = columns - 1; c >= 0; c--)
            {
                cells[(r * width) + c] = Same(file[fileFrom + r], text[textFrom + c])
                    ? (ushort)(cells[((r + 1) * width) + c + 1] + 1)
                    : Math.Max(cells[((r + 1) * width) + c], cells[(r * width) + c + 1]);
            }
        }
        for (int r = 0, c = 0; r < rows && c < columns;)
        {
            if (Same(file[fileFrom + r], text[textFrom + c])) into.Add(new(fileFrom + r++, textFrom + c++));
            else if (cells[((r + 1) * width) + c] >= cells[(r * width) + c + 1]) r++;
            else c++;
        }
    }

    static bool Same(int a, int b) => a == b && a != Tokens.Vocabulary.Unknown;
}
