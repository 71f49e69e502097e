using System.Globalization;
using System.Text;

namespace Merlon.Analysis.Matches.Fingerprints;

/// <summary>
/// The published text form of fingerprints: a line <c>file=MD5,SIZE,PATH</c>, then for each line of the file that has some
/// <c>LINE=HASH,HASH</c>, hashes as eight lower-case hexadecimal digits.
/// </summary>
public static class WfpText
{
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
}
