using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Tests.Snapshots;

/// <summary>Snapshots in memory, for tests.</summary>
static class Stored
{
    public static SnapshotItem Item(string path, params (string, string?)[] attributes) =>
        new(ItemPath.Of(path.Split('|')), ItemAttributes.Of(attributes));

    public static byte[] Bytes(IEnumerable<SnapshotItem> items, params (string Section, SectionState State)[] marks)
    {
        using var builder = new SnapshotBuilder();
        foreach (var item in items) builder.Add(item);
        foreach (var (section, state) in marks) builder.Mark(section, state);
        using var stream = new MemoryStream();
        builder.WriteTo(stream);
        return stream.ToArray();
    }

    public static SnapshotReader Open(byte[] bytes) => SnapshotReader.Open(new MemoryStream(bytes));

    public static SnapshotReader Of(params SnapshotItem[] items) => Open(Bytes(items));

    public static SnapshotReader Of(IEnumerable<SnapshotItem> items, params (string Section, SectionState State)[] marks) => Open(Bytes(items, marks));

    public static string Json(Action<System.Text.Json.Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream)) write(json);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
