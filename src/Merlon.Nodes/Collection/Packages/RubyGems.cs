using System.Runtime.CompilerServices;
using Merlon.Packages.Purls;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>Ruby gems installed for everyone, known by the names of their specifications: "rake-13.0.6.gemspec".</summary>
sealed class RubyGems : PackageSource
{
    static readonly string[] Roots = ["/var/lib/gems", "/usr/lib/ruby/gems", "/usr/lib64/ruby/gems", "/usr/local/lib/ruby/gems"];

    public override string SubSection => "gem";

    public override async IAsyncEnumerable<InstalledPackage> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var root in Roots)
        {
            foreach (var release in await node.List(root, cancellation))
            {
                foreach (var folder in (string[])["specifications", "specifications/default"])
                    await foreach (var entry in node.Transport.List($"{release.Path}/{folder}", cancellation))
                        if (Parse(entry.Name, release.Path) is { } gem) yield return gem;
            }
        }
    }

    /// <summary>The version begins after the last hyphen that a digit follows; a platform may stand behind it.</summary>
    internal static InstalledPackage? Parse(string entry, string folder)
    {
        if (!entry.EndsWith(".gemspec", StringComparison.Ordinal)) return null;
        var words = entry[..^8].Split('-');
        var at = Array.FindLastIndex(words, word => word.Length > 0 && char.IsAsciiDigit(word[0]) && word.Contains('.', StringComparison.Ordinal));
        if (at <= 0) return null;
        var name = string.Join('-', words[..at]);
        return new InstalledPackage(name, words[at], Purl.Build("gem", null, name, words[at])) { Folder = folder };
    }
}
