using System.Collections.Immutable;

namespace Merlon.Core.Scans;

/// <summary>Which complete scan of an application is meant; the one it shows where nothing is named.</summary>
public sealed record ScanChoice
{
    /// <summary>The scan with this number.</summary>
    public int? Number { get; init; }

    /// <summary>The last scan of this version.</summary>
    public string? Version { get; init; }

    /// <summary>The last scan with these tags.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Tags { get; init; } = [];
}

/// <summary>A scan named by number (<c>scan.128</c>) or by a tag (<c>tag.branch=main</c>).</summary>
public sealed record ScanReference(int? Number, KeyValuePair<string, string> Tag)
{
    /// <summary>Reads either form.</summary>
    public static ScanReference? Parse(string text)
    {
        if (text.StartsWith("scan.", StringComparison.Ordinal)) return int.TryParse(text.AsSpan("scan.".Length), out var number) ? new(number, default) : null;
        if (!text.StartsWith("tag.", StringComparison.Ordinal)) return null;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > "tag.".Length ? new(null, new(text["tag.".Length..equals], text[(equals + 1)..])) : null;
    }
}
