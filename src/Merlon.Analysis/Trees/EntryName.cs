using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace Merlon.Analysis.Trees;

/// <summary>Names as archives store them: decoded, and held against the rules that keep an entry inside its tree.</summary>
static class EntryName
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Takes libarchive's own conversion where it had one, else the stored bytes: as UTF-8 when they are, else as Latin-1,
    /// which every byte sequence is.</summary>
    public static string? Decode(nint converted, nint stored) =>
        Marshal.PtrToStringUTF8(converted) is { } name && !name.Contains('\uFFFD') ? name
        : stored == 0 ? null
        : Decode(BytesAt(stored));

    public static string Decode(ReadOnlySpan<byte> stored)
    {
        try
        {
            return Strict.GetString(stored);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(stored);
        }
    }

    /// <summary>Turns a stored path into one relative to the tree ("./" and doubled slashes removed; empty for the root itself),
    /// or says why it may not be used.</summary>
    public static bool TryNormalize(string stored, ExpansionLimits limits, out string path, [NotNullWhen(false)] out string? why)
    {
        path = "";
        var slashed = stored.Replace('\\', '/');
        why = slashed.Contains('\0') ? "a name contains a zero byte"
            : slashed.StartsWith('/') ? "the path is absolute"
            : slashed.Length >= 2 && slashed[1] == ':' && char.IsAsciiLetter(slashed[0]) ? "the path names a drive"
            : slashed.Split('/').Contains("..") ? "the path climbs with '..'"
            : null;
        if (why is not null) return false;

        // A backslash is a letter of the name where '/' separates; only the checks above see it as a separator.
        var parts = stored.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != ".").ToArray();
        why = parts.Length > limits.PathDepth ? $"the path is deeper than {limits.PathDepth} folders"
            : parts.Any(p => Encoding.UTF8.GetByteCount(p) > limits.NameBytes) ? $"a name is longer than {limits.NameBytes} bytes"
            : null;
        path = string.Join('/', parts);
        return why is null;
    }

    /// <summary>Whether a symbolic link at this path stays in the tree. Climbing is allowed at the start of the target only: further on,
    /// a step up might leave another link's folder instead of the one that is written.</summary>
    public static bool StaysInside(string linkPath, string target)
    {
        var slashed = target.Replace('\\', '/');
        if (slashed.Length == 0 || slashed.StartsWith('/') || slashed.Contains(':')) return false;
        var parts = slashed.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != ".").ToArray();
        var climbs = parts.TakeWhile(p => p == "..").Count();
        return climbs <= linkPath.Count(c => c == '/') && !parts.Skip(climbs).Contains("..");
    }

    static unsafe ReadOnlySpan<byte> BytesAt(nint text) => MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)text);
}
