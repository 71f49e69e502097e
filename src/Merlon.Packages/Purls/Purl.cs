using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Merlon.Packages.Purls;

/// <summary>
/// A package URL (purl-spec), always in canonical form: type and qualifier keys in lower case, qualifiers sorted, names
/// folded as the type's rules say. Two purls are equal when their canonical texts are.
/// </summary>
public sealed class Purl : IEquatable<Purl>, IComparable<Purl>
{
    /// <summary>Longer texts are refused unread.</summary>
    public const int MaxLength = 8192;

    readonly string text;

    Purl(PurlParts parts)
    {
        Type = parts.Type;
        Namespace = parts.Namespace;
        Name = parts.Name;
        Version = parts.Version;
        Qualifiers = parts.Qualifiers;
        Subpath = parts.Subpath;
        text = PurlText.Write(parts);
    }

    public string Type { get; }

    /// <summary>Segments joined by "/", decoded; null when there is none.</summary>
    public string? Namespace { get; }

    public string Name { get; }

    public string? Version { get; }

    /// <summary>Decoded values by key; a key without value does not exist.</summary>
    public ImmutableSortedDictionary<string, string> Qualifiers { get; }

    /// <summary>Segments joined by "/", decoded; null when there is none.</summary>
    public string? Subpath { get; }

    /// <summary>Namespace and name joined by "/".</summary>
    public string FullName => Namespace is null ? Name : $"{Namespace}/{Name}";

    /// <summary>The package itself: without version, qualifiers and subpath.</summary>
    public Purl WithoutVersion() => Version is null && Qualifiers.IsEmpty && Subpath is null
        ? this
        : new(new() { Type = Type, Namespace = Namespace, Name = Name });

    /// <summary>The same package in another version.</summary>
    public Purl WithVersion(string? version) =>
        Build(Type, Namespace, Name, version, Qualifiers, Subpath)
        ?? throw new ArgumentException($"{Type} does not take the version {version}.", nameof(version));

    public string? Qualifier(string key) => Qualifiers.GetValueOrDefault(key);

    /// <summary>Where advisories for this package are found; null when its type belongs to no ecosystem that has any.</summary>
    public Ecosystem? Ecosystem => Purls.Ecosystem.Of(this);

    /// <summary>The version that advisories speak of; it differs from <see cref="Version"/> for packages of Linux distributions.</summary>
    public string? AdvisoryVersion => PackageNames.VersionOf(this);

    /// <summary>Builds a purl from decoded parts; null when they break the specification's or the type's rules.</summary>
    public static Purl? Build(
        string? type, string? @namespace, string? name, string? version = null,
        IEnumerable<KeyValuePair<string, string>>? qualifiers = null, string? subpath = null)
    {
        var parts = PurlParts.From(type, @namespace, name, version, qualifiers, subpath);
        return parts is null || PurlType.Apply(parts) is not { } canonical ? null : new(canonical);
    }

    /// <summary>Reads a purl as people write them; keys of qualifiers may be in upper case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Purl? purl) =>
        TryParse(text, exact: false, out purl);

    /// <summary>Reads a purl to the letter of the specification.</summary>
    public static bool TryParseExact([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Purl? purl) =>
        TryParse(text, exact: true, out purl);

    /// <summary>Reads a purl known to be well-formed. Throws FormatException where it is not.</summary>
    public static Purl Parse(string text) => TryParse(text, out var purl) ? purl : throw new FormatException($"Not a package URL: {text}");

    static bool TryParse(string? text, bool exact, [NotNullWhen(true)] out Purl? purl)
    {
        purl = text is { Length: <= MaxLength } && PurlText.Read(text, exact) is { } parts && PurlType.Apply(parts) is { } canonical
            ? new(canonical)
            : null;
        return purl is not null;
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => text;

    public bool Equals(Purl? other) => other is not null && text == other.text;
    public override bool Equals(object? obj) => Equals(obj as Purl);
    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);
    public int CompareTo(Purl? other) => other is null ? 1 : string.CompareOrdinal(text, other.text);
    public static bool operator ==(Purl? left, Purl? right) => Equals(left, right);
    public static bool operator !=(Purl? left, Purl? right) => !Equals(left, right);
    public static bool operator <(Purl? left, Purl? right) => Comparer<Purl?>.Default.Compare(left, right) < 0;
    public static bool operator >(Purl? left, Purl? right) => Comparer<Purl?>.Default.Compare(left, right) > 0;
    public static bool operator <=(Purl? left, Purl? right) => Comparer<Purl?>.Default.Compare(left, right) <= 0;
    public static bool operator >=(Purl? left, Purl? right) => Comparer<Purl?>.Default.Compare(left, right) >= 0;
}
