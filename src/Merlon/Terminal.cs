using Merlon.Reports;
using Spectre.Console;

namespace Merlon;

/// <summary>What a person at a terminal sees; a pipe gets the same facts as plain lines.</summary>
static class Terminal
{
    /// <summary>True when standard output goes to a person.</summary>
    public static bool IsInteractive => !Console.IsOutputRedirected;

    /// <summary>Rows under headings: a table on a terminal, tab-separated lines with a heading line in a pipe.</summary>
    public static void Table(string[] headings, IEnumerable<string[]> rows)
    {
        if (!IsInteractive)
        {
            Console.WriteLine(string.Join('\t', headings));
            foreach (var row in rows) Console.WriteLine(string.Join('\t', row.Select(TextTables.OneLine)));
            return;
        }
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings) table.AddColumn(new TableColumn(Markup.Escape(heading)));
        foreach (var row in rows) table.AddRow(row.Select(cell => Markup.Escape(TextTables.OneLine(cell))).ToArray());
        AnsiConsole.Write(table);
    }
}
