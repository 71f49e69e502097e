using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>A Gradle version catalog (docs.gradle.org/current/userguide/version_catalogs.html): libraries by alias.</summary>
sealed class VersionCatalog(DataNode document)
{
    /// <summary>The libraries, each with the accessor that build scripts name it by ("a-b_c" is "a.b.c").</summary>
    public IEnumerable<(string Accessor, string Group, string Artifact, string? Version)> Libraries =>
        document["libraries"].Fields.Select(l => Library(l.Key, l.Value)).OfType<(string, string, string, string?)>();

    /// <summary>The accessors of a bundle's libraries.</summary>
    public IEnumerable<string> Bundle(string accessor) =>
        document["bundles"].Fields.Where(b => Accessor(b.Key) == accessor).SelectMany(b => b.Value.Texts).Select(Accessor);

    (string, string, string, string?)? Library(string alias, DataNode library)
    {
        var parts = (library.Text ?? library["module"].Text ?? $"{library["group"].Text}:{library["name"].Text}").Split(':');
        return parts.Length < 2 ? null : (Accessor(alias), parts[0], parts[1], parts.Length > 2 ? parts[2] : Version(library["version"]));
    }

    string? Version(DataNode version)
    {
        var stated = version["ref"].Text is { } name ? document["versions"][name] : version;
        return stated.Text ?? stated["strictly"].Text ?? stated["require"].Text ?? stated["prefer"].Text;
    }

    static string Accessor(string alias) => alias.Replace('-', '.').Replace('_', '.');
}
