using System.Text;

namespace Merlon.Nodes.Snapshots.Format;

/// <summary>The order of keys, for names: by their UTF-8 bytes (.NET's ordinal order puts surrogates before U+E000).</summary>
sealed class Utf8Order : IComparer<string>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(string? x, string? y) =>
        Encoding.UTF8.GetBytes(x ?? "").AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y ?? ""));
}
