using System.Runtime.InteropServices;
using Merlon.Analysis;

namespace Merlon.Core.Scans;

/// <summary>Counts the bytes of source of each language while a scan is staged.</summary>
internal sealed class LanguageTally
{
    private readonly Dictionary<string, long> _bytes = new(StringComparer.Ordinal);

    /// <summary>The language with the most bytes, of equal ones the first by name; empty when there was no source.</summary>
    public string Main => _bytes.OrderByDescending(l => l.Value).ThenBy(l => l.Key, StringComparer.Ordinal).Select(l => l.Key).FirstOrDefault("");

    public void Add(ScannedFile file)
    {
        if (!file.Binary && SourceLanguage.Of(file.Path) is { } language) CollectionsMarshal.GetValueRefOrAddDefault(_bytes, language, out _) += file.Size;
    }
}
