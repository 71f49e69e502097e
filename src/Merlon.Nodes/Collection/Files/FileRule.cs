using System.Collections.Immutable;

namespace Merlon.Nodes.Collection.Files;

/// <summary>
/// Which files to look at. <paramref name="Path"/> is absolute and names a file, a folder (then everything below it) or a
/// pattern: <c>*</c> and <c>?</c> within a name, <c>**</c> over folders. <paramref name="Raw"/> keeps the text of what is
/// named, too. An <paramref name="Exclude"/> rule always wins over rules that include.
/// </summary>
public sealed record FileRule(string Path, bool Raw = false, bool Exclude = false)
{
    /// <summary>The machine's configuration, without what changes by itself and the certificates that packages bring.</summary>
    public static ImmutableArray<FileRule> Defaults { get; } =
    [
        new("/etc"),
        new("/etc/mtab", Exclude: true),
        new("/etc/resolv.conf", Exclude: true),
        new("/etc/ld.so.cache", Exclude: true),
        new("/etc/ssl/certs", Exclude: true),
        new("/etc/**/*.swp", Exclude: true),
    ];
}
