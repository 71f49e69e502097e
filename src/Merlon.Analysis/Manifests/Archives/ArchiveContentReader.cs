using System.IO.Compression;
using Merlon.Analysis.Manifests.NuGet;
using Merlon.Analysis.Manifests.PyPi;
using Merlon.Analysis.Manifests.RubyGems;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Manifests.Archives;

/// <summary>What packages say of themselves inside: a jar by META-INF/maven (also in the jars it carries), a wheel by METADATA, a nupkg by
/// its nuspec, a gem by its metadata. Nothing is expanded but those files, and jars within jars into a scratch file.</summary>
sealed class ArchiveContentReader : IManifestReader
{
    const int MaxEntries = 500_000;
    const int MaxDepth = 4;
    const int MaxMetadataBytes = 4 << 20;
    const long MaxInnerBytes = 512L << 20;

    public string Ecosystem => "archive";
    public ManifestRank Rank => ManifestRank.Installed;

    public bool Takes(string path) => ManifestNames.Ends(path, ".jar", ".war", ".ear", ".aar", ".whl", ".egg", ".nupkg", ".gem");

    public void Read(ManifestFile file, ManifestReport report) => Read(file.FullPath, "", 0, report);

    static void Read(string archive, string inside, int depth, ManifestReport report)
    {
        using var reader = ArchiveReader.Open(archive);
        for (var count = 0; count < MaxEntries && reader.Next() is { } entry; count++)
        {
            if (entry.Kind != ArchiveEntryKind.File) continue;
            var place = inside.Length == 0 ? entry.Path : $"{inside}!/{entry.Path}";
            try
            {
                if (IsInnerJar(entry.Path)) ReadInner(reader, place, depth, report);
                else ReadMetadata(reader, entry.Path, place, report);
            }
            catch (ManifestException e)
            {
                report.Note($"{place} was not read: {e.Message}");
            }
        }
    }

    static void ReadMetadata(ArchiveReader reader, string path, string place, ManifestReport report)
    {
        (string? Purl, IEnumerable<string> Licenses)? found = path switch
        {
            _ when path.StartsWith("META-INF/maven/") && path.EndsWith("/pom.properties") => (PomProperties(Content(reader)), []),
            _ when path.EndsWith(".dist-info/METADATA") || path is "EGG-INFO/PKG-INFO" => PythonMetadata.Read(new StreamReader(Content(reader))),
            _ when path.EndsWith(".nuspec") && !path.Contains('/') => NuspecReader.Itself(Content(reader)),
            "metadata.gz" => GemSpecification.Read(new StreamReader(Unzipped(Content(reader)))),
            _ => null,
        };
        if (found is var (purl, licenses)) report.Add(purl, direct: !place.Contains("!/", StringComparison.Ordinal), licenses: licenses, inside: place);
    }

    static bool IsInnerJar(string path) => ManifestNames.Ends(path, ".jar", ".war");

    static void ReadInner(ArchiveReader reader, string place, int depth, ManifestReport report)
    {
        if (depth == MaxDepth) throw new ManifestException($"it lies in more than {MaxDepth} archives");
        var scratch = Path.GetTempFileName();
        try
        {
            using (var file = new FileStream(scratch, FileMode.Truncate)) Copy(reader, file, MaxInnerBytes);
            Read(scratch, place, depth + 1, report);
        }
        catch (ArchiveException e)
        {
            throw new ManifestException(e.Message);
        }
        finally
        {
            File.Delete(scratch);
        }
    }

    static MemoryStream Content(ArchiveReader reader)
    {
        var content = new MemoryStream();
        Copy(reader, content, MaxMetadataBytes);
        content.Position = 0;
        return content;
    }

    static MemoryStream Unzipped(MemoryStream zipped)
    {
        using var gzip = new GZipStream(zipped, CompressionMode.Decompress);
        var content = new MemoryStream();
        Copy(gzip.Read, content, MaxMetadataBytes);
        content.Position = 0;
        return content;
    }

    static void Copy(ArchiveReader reader, Stream target, long limit) => Copy(reader.Read, target, limit);

    delegate int ReadBytes(Span<byte> buffer);

    static void Copy(ReadBytes read, Stream target, long limit)
    {
        var buffer = new byte[64 * 1024];
        while (read(buffer) is > 0 and var count)
        {
            target.Write(buffer, 0, count);
            if (target.Position > limit) throw new ManifestException($"it is larger than {limit:N0} bytes");
        }
    }

    static string? PomProperties(Stream content)
    {
        using var reader = new StreamReader(content);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            if (line.Split('=', 2) is [var key, var value]) fields[key.Trim()] = value.Trim();
        return PackageUrls.Maven(fields.GetValueOrDefault("groupId", ""), fields.GetValueOrDefault("artifactId", ""), fields.GetValueOrDefault("version"));
    }
}
