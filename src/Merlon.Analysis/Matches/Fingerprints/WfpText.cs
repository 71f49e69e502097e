using System.Buffers;
using System.Globalization;
using System.Text;

namespace Merlon.Analysis.Matches.Fingerprints;

/// <summary>
/// The published text form of fingerprints: a line <c>file=MD5,SIZE,PATH</c>, then for each line of the file that has some
/// <c>LINE=HASH,HASH</c>, hashes as eight lower-case hexadecimal digits.
/// </summary>
public static class WfpText
{
    static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Writes one file.</summary>
    /// <param name="md5">Lower-case hexadecimal.</param>
    public static string Of(string md5, long size, string path, IEnumerable<Fingerprint> fingerprints)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"file={md5},{size},{path}\n");
        var line = 0;
        foreach (var fingerprint in fingerprints)
        {
            if (line == fingerprint.Line) text.Append(',');
            else text.Append(line == 0 ? "" : "\n").Append(CultureInfo.InvariantCulture, $"{line = fingerprint.Line}=");
            text.Append(fingerprint.Hash.ToString("x8", CultureInfo.InvariantCulture));
        }
        return line == 0 ? text.ToString() : text.Append('\n').ToString();
    }

    /// <summary>Reads files, one at a time. Lines of other keys than <c>file</c> and a line number are passed over.</summary>
    /// <exception cref="FormatException">A line is not in this form; the message names it.</exception>
    public static IEnumerable<WfpFile> Read(TextReader text)
    {
        WfpFile? file = null;
        List<Fingerprint> fingerprints = [];
        for (var (number, line) = (1, text.ReadLine()); line is not null; (number, line) = (number + 1, text.ReadLine()))
        {
            if (line.StartsWith("file=", StringComparison.Ordinal))
            {
                if (file is not null) yield return file;
                file = Head(line.AsSpan(5), fingerprints = []) ?? throw Malformed(number, "file=MD5,SIZE,PATH");
            }
            else if (line.Length > 0 && char.IsAsciiDigit(line[0]) && (file is null || !AddHashes(line, fingerprints))) throw Malformed(number, "LINE=HASH,HASH after a file");
        }
        if (file is not null) yield return file;
    }

    static WfpFile? Head(ReadOnlySpan<char> text, List<Fingerprint> fingerprints)
    {
        var md5 = text.IndexOf(',') is 32 and var end ? text[..end] : default;
        var rest = text[Math.Min(33, text.Length)..];
        if (md5.IsEmpty || md5.ContainsAnyExcept(Hexadecimal) || rest.IndexOf(',') is not (> 0 and var comma)) return null;
        if (!long.TryParse(rest[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return null;
        return new WfpFile(md5.ToString().ToLowerInvariant(), size, rest[(comma + 1)..].ToString(), fingerprints);
    }

    static bool AddHashes(ReadOnlySpan<char> text, List<Fingerprint> fingerprints)
    {
        var equals = text.IndexOf('=');
        if (equals < 1 || !int.TryParse(text[..equals], NumberStyles.None, CultureInfo.InvariantCulture, out var line)) return false;
        var hashes = text[(equals + 1)..];
        foreach (var range in hashes.Split(','))
        {
            if (!uint.TryParse(hashes[range], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash)) return false;
            fingerprints.Add(new Fingerprint(hash, line));
        }
        return true;
    }

    static FormatException Malformed(int line, string wanted) => new($"line {line} is not of the form {wanted}");
}
