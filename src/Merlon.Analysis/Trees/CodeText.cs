using System.Collections.Immutable;
using System.Text;

namespace Merlon.Analysis.Trees;

/// <summary>A file as text to be shown: the lines that hold secrets are empty, so that no value leaves the engine.</summary>
/// <param name="Sha1">Of the file's bytes, lower-case hex.</param>
/// <param name="Binary">The content is not text; then there are no lines.</param>
/// <param name="SecretLines">The 1-based lines that were left out, rising.</param>
public sealed record CodeText(string Sha1, bool Binary, ImmutableArray<string> Lines, ImmutableArray<int> SecretLines)
{
    /// <summary>Reads a file's bytes.</summary>
    /// <param name="path">The file's path in its tree: what is a secret depends on it.</param>
    public static CodeText Of(byte[] content, string path)
    {
        var sha1 = Sha1Of(content);
        var kind = ContentKind.Of(content.AsSpan(0, Math.Min(content.Length, ContentKind.SampleBytes)));
        if (kind.Binary) return new(sha1, true, [], []);
        var text = kind.Transcode is { } encoding ? Encoding.Convert(encoding, Encoding.UTF8, content) : content;
        var secret = Secrets.SecretLines.Of(text, path);
        return new(sha1, false, [.. LinesOf(text).Select((line, i) => secret.Contains(i + 1) ? "" : line)], [.. secret]);
    }

    static IEnumerable<string> LinesOf(byte[] text)
    {
        var lines = Encoding.UTF8.GetString(text).TrimStart('\uFEFF').Split('\n');
        // What ends with a line's end has no further line.
        return (lines[^1].Length == 0 ? lines[..^1] : lines).Select(line => line.TrimEnd('\r'));
    }

    static string Sha1Of(byte[] content)
    {
        using var digests = new ContentDigests();
        digests.Append(content);
        return digests.Take().Sha1;
    }
}
