namespace Merlon.Analysis.Manifests.Archives;

/// <summary>What packages say of themselves inside: a jar by META-INF/maven (also in the jars it carries), a wheel by METADATA, a nupkg by
/// its nuspec, a gem by its metadata. Nothing is expanded but those files, and jars within jars into a scratch file.</summary>
sealed class ArchiveContentReader : IManifestReader
{
    public string Ecosystem => "archive";
    public ManifestRank Rank => ManifestRank.Installed;

    public bool Takes(string path) => ManifestNames.Ends(path, ".jar", ".war", ".ear", ".aar", ".whl", ".egg", ".nupkg", ".gem");

    public void Read(ManifestFile file, ManifestReport report) => new ArchiveContent(report).Read(file.FullPath, "", 0);
}
