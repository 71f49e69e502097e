using System.Text;
using Merlon.Nodes.Snapshots;

namespace Merlon.Server.Apis.Guardian.Documents;

/// <summary>A snapshot as comma-separated values: a row for each attribute, every field quoted, quotes doubled.</summary>
static class SnapshotCsv
{
    public static void Write(SnapshotReader snapshot, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), 64 * 1024, leaveOpen: true) { NewLine = "\n" };
        Row(text, "Section", "CI Name", "Path", "Attribute", "Value");
        foreach (var item in snapshot.Read())
        {
            var path = string.Join(" / ", item.Path.Names);
            foreach (var (name, value) in item.Attributes) Row(text, item.Path.Section, item.Path.Name, path, name, value.Text);
        }
    }

    private static void Row(TextWriter text, params ReadOnlySpan<string> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            text.Write(i == 0 ? "\"" : ",\"");
            text.Write(fields[i].Replace("\"", "\"\"", StringComparison.Ordinal));
            text.Write('"');
        }
        text.WriteLine();
    }
}
