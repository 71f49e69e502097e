using System.Collections.Immutable;
using System.Text;
using Merlon.Analysis.Evidence.Licenses.Spdx;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>Turns published licence texts into <see cref="LicenseText"/>s; licences that share one text keep the plainest id.</summary>
internal static class LicenseTexts
{
    // Of two texts that fit a file nearly alike, the one that everybody uses.
    static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "MIT", "X11", "ISC", "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause", "Apache-1.0", "Apache-1.1", "Apache-2.0", "HPND", "HPND-sell-variant", "MIT-CMU",
        "Zlib", "Libpng", "NTP", "Latex2e", "SAX-PD", "Python-2.0", "PHP-3.01", "OpenSSL", "W3C", "Unicode-3.0", "MPL-1.1", "MPL-2.0", "CPL-1.0", "FSFULLR", "Plexus",
    };

    public static ImmutableArray<LicenseText> Build(IEnumerable<SpdxLicense> licenses, Vocabulary vocabulary)
    {
        var tokenizer = new Tokenizer(vocabulary);
        var tokens = new TokenList();
        var names = new VariableParts(vocabulary);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var texts = ImmutableArray.CreateBuilder<LicenseText>();
        foreach (var license in licenses.OrderBy(Rank).ThenBy(l => l.Id.Length).ThenBy(l => l.Id, StringComparer.Ordinal))
            if (seen.Add(Folded(license.Text))) texts.Add(Build(license, tokenizer, tokens, names));
        return texts.ToImmutable();
    }

    // A text shared by "only" and "or later" says nothing of later versions.
    static int Rank(SpdxLicense license) =>
        license.Id.EndsWith("-or-later", StringComparison.Ordinal) || license.Id.EndsWith('+') ? 2 : license.Id.EndsWith("-only", StringComparison.Ordinal) ? 0 : 1;

    static string Folded(string text) => string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static LicenseText Build(SpdxLicense license, Tokenizer tokenizer, TokenList tokens, VariableParts names)
    {
        // One byte a character keeps offsets equal; texts are ASCII but for typographic signs, which are no words.
        var text = license.Text.Normalize(NormalizationForm.FormC);
        var bytes = Encoding.UTF8.GetBytes(text);
        tokenizer.Read(bytes, tokens, learn: true);
        var free = new bool[tokens.Count];
        foreach (var (start, end) in FreeParts.Of(text)) Mark(free, tokens, Offset(text, start), Offset(text, end));
        names.Mark(tokens.Words, free);
        for (var i = 0; i < free.Length; i++) free[i] |= IsYear(bytes.AsSpan(tokens.Start(i), tokens.End(i) - tokens.Start(i)));
        return new(license.Id, tokens.Words.ToArray(), free, free.Count(f => !f), Common.Contains(license.Id));
    }

    static bool IsYear(ReadOnlySpan<byte> word) => word.Length == 4 && (word.StartsWith("19"u8) || word.StartsWith("20"u8)) && word.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    static int Offset(string text, int chars) => Encoding.UTF8.GetByteCount(text.AsSpan(0, chars));

    static void Mark(bool[] free, TokenList tokens, int start, int end)
    {
        for (var i = 0; i < tokens.Count; i++)
            if (tokens.Start(i) >= start && tokens.End(i) <= end) free[i] = true;
    }
}
