using System.Buffers;
using System.Collections.Immutable;

namespace Merlon.Packages.Purls;

/// <summary>The decoded parts of a purl, in the form that holds for every type.</summary>
sealed record PurlParts
{
    static readonly ImmutableSortedDictionary<string, string> NoQualifiers = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    static readonly SearchValues<char> TypeSigns = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-");
    static readonly SearchValues<char> KeySigns = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_");

    public required string Type { get; init; }
    public string? Namespace { get; init; }
    public required string Name { get; init; }
    public string? Version { get; init; }
    public ImmutableSortedDictionary<string, string> Qualifiers { get; init; } = NoQualifiers;
    public string? Subpath { get; init; }

    /// <summary>Null when type, name or a qualifier's key is missing or malformed.</summary>
    public static PurlParts? From(
        string? type, string? @namespace, string? name, string? version,
        IEnumerable<KeyValuePair<string, string>>? qualifiers, string? subpath)
    {
        if (!IsType(type) || name?.Trim('/') is not { Length: > 0 } trimmed) return null;
        if (Sorted(qualifiers) is not { } sorted) return null;
        return new()
        {
            Type = type!.ToLowerInvariant(),
            Namespace = Segments(@namespace, static _ => true),
            Name = trimmed,
            Version = string.IsNullOrEmpty(version) ? null : version,
            Qualifiers = sorted,
            // Dots would let a subpath leave the package.
            Subpath = Segments(subpath, static segment => segment is not ("." or "..")),
        };
    }

    static ImmutableSortedDictionary<string, string>? Sorted(IEnumerable<KeyValuePair<string, string>>? qualifiers)
    {
        var sorted = NoQualifiers;
        foreach (var (key, value) in qualifiers ?? [])
        {
            if (!IsQualifierKey(key)) return null;
            if (!string.IsNullOrEmpty(value)) sorted = sorted.SetItem(key.ToLowerInvariant(), value);
        }
        return sorted;
    }

    static string? Segments(string? path, Func<string, bool> keep)
    {
        if (string.IsNullOrEmpty(path)) return null;
        if (!path.Contains('/', StringComparison.Ordinal)) return keep(path) ? path : null;
        var kept = string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(keep));
        return kept.Length == 0 ? null : kept;
    }

    static bool IsType(string? type) =>
        !string.IsNullOrEmpty(type) && char.IsAsciiLetter(type[0]) && !type.AsSpan().ContainsAnyExcept(TypeSigns);

    static bool IsQualifierKey(string key) =>
        key.Length > 0 && char.IsAsciiLetter(key[0]) && !key.AsSpan().ContainsAnyExcept(KeySigns);
}
