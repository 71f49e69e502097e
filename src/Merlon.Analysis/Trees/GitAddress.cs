using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Merlon.Analysis.Trees;

/// <summary>The address of a git repository, held against the schemes that are allowed. Only these forms exist here:
/// <c>https://</c>, <c>http://</c>, <c>ssh://</c>, <c>file://</c> and <c>user@host:path</c>; git's own <c>helper::address</c>, which runs programs, does not.</summary>
public sealed record GitAddress
{
    GitAddress(string text, string scheme) => (Text, Scheme) = (text, scheme);

    /// <summary>As git is to see it. It may carry a password: never show it, show <see cref="ToString"/>.</summary>
    internal string Text { get; }

    public string Scheme { get; }

    public static bool TryParse(
        string text, ImmutableArray<string> schemes, [NotNullWhen(true)] out GitAddress? address, [NotNullWhen(false)] out string? why)
    {
        address = null;
        why = "The git address is not one of https://, ssh://, or user@host:path.";
        if (SchemeOf(text) is not { } scheme || text.Contains("::", StringComparison.Ordinal) || text.Any(c => char.IsControl(c) || c == ' ')) return false;
        why = $"Git addresses with {scheme}:// are not allowed here.";
        if (!schemes.Contains(scheme)) return false;
        (address, why) = (new(text, scheme), null);
        return true;
    }

    /// <summary>Without user and password.</summary>
    public override string ToString() =>
        Uri.TryCreate(Text, UriKind.Absolute, out var uri) ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : Text[(Text.IndexOf('@') + 1)..];

    static string? SchemeOf(string text) =>
        text.Contains("://", StringComparison.Ordinal)
            ? Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsPlain(uri) ? uri.Scheme : null
            : IsShort(text) ? "ssh" : null;

    /// <summary>A host that begins with '-' would be an option to ssh.</summary>
    static bool IsPlain(Uri uri) =>
        uri.Scheme is "https" or "http" or "ssh" or "file" && !uri.Host.StartsWith('-') && !uri.UserInfo.StartsWith('-') && uri.AbsolutePath.Length > 1;

    static bool IsShort(string text)
    {
        var at = text.IndexOf('@');
        var colon = text.IndexOf(':');
        return at > 0 && colon > at + 1 && colon < text.Length - 1 && text[0] != '-' && text[at + 1] != '-' && !text[..colon].Contains('/');
    }
}
