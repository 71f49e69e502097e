namespace Merlon.Analysis.Evidence.Licenses.Names;

/// <summary>Recognises rows of a table in code: names of licences as data (<c>['GNU General Public License', 'GPL'],</c>) license nothing.</summary>
internal static class TableRow
{
    const int Longest = 200;

    /// <summary>Whether the line that holds the byte at <paramref name="at"/> is nothing but two or more quoted strings in brackets, the first no label.</summary>
    public static bool Holds(ReadOnlySpan<byte> text, int at)
    {
        var start = text[Math.Max(0, at - Longest)..at].LastIndexOf((byte)'\n') is >= 0 and var before ? Math.Max(0, at - Longest) + before + 1 : Math.Max(0, at - Longest);
        var rest = text[at..Math.Min(text.Length, at + Longest)];
        var line = text[start..(at + (rest.IndexOf((byte)'\n') is >= 0 and var behind ? behind : rest.Length))].Trim(" \t\r,"u8);
        if (line.Length < 2 || line[0] is not ((byte)'[' or (byte)'{' or (byte)'(') || line[^1] is not ((byte)']' or (byte)'}' or (byte)')')) return false;
        return Strings(line[1..^1]) > 1;
    }

    // How many strings the row has; 0 when it has anything else, or begins with a label.
    static int Strings(ReadOnlySpan<byte> row)
    {
        var count = 0;
        for (row = row.Trim((byte)' '); row.Length > 0; row = row.TrimStart(" ,"u8))
        {
            if (row[0] is not ((byte)'\'' or (byte)'"') || row[1..].IndexOf(row[0]) is not (>= 0 and var end)) return 0;
            if (count++ == 0 && IsLabel(row[1..(end + 1)])) return 0;
            row = row[(end + 2)..];
        }
        return count;
    }

    // ('license', 'GPL')
    static bool IsLabel(ReadOnlySpan<byte> first) => first.Length is 7 or 8 && (first[0] | 0x20) == 'l' && (first[1] | 0x20) == 'i' && (first[2] | 0x20) == 'c';
}
