using System.IO.Compression;
using Merlon.Analysis.Manifests.NuGet;
using Merlon.Analysis.Manifests.PyPi;
using Merlon.Analysis.Manifests.RubyGems;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Manifests.Archives;

/// <summary>The walk through one archive and the jars in it, which share one budget of bytes written to scratch files.</summary>
sealed class ArchiveContent(ManifestReport report)
{
    const int MaxEntries = 500_000;
    const int MaxDepth = 4;
    const int MaxMetadataBytes = 4 << 20;
    const long MaxInnerBytes = 2L << 30;

    long innerBytes;

    public void Read(string archive, string inside, int depth)
    {
        using var reader = ArchiveReader.Open(archive, compressed: false);
        for (var count = 0; count < MaxEntries && reader.Next() is { } entry; count++)
        {
            if (entry.Kind != ArchiveEntryKind.File) continue;
            var place = inside.Length == 0 ? entry.Path : $"{inside}!/{entry.Path}";
            try
            {
                if (IsInnerJar(entry.Path)) ReadInner(reader, place, depth);
                else ReadMetadata(reader, entry.Path, place);
            }
            catch (ManifestException e)
            {
                report.Note($"{place} was not read: {e.Message}");
            }
        }
    }

    void ReadMetadata(ArchiveReader reader, string path, string place)
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

    void ReadInner(ArchiveReader reader, string place, int depth)
    {
        if (depth == MaxDepth) throw new ManifestException($"it lies in more than {MaxDepth} archives");
        var scratch = Path.GetTempFileName();
        try
        {
            Spend(reader, scratch);
            Read(scratch, place, depth + 1);
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

    void Spend(ArchiveReader reader, string scratch)
    {
        using var file = new FileStream(scratch, FileMode.Truncate);
        try
        {
            Copy(reader.Read, file, MaxInnerBytes - innerBytes);
        }
        finally
        {
            // Also what was cut off was written.
            innerBytes += file.Position;
        }
    }

    static MemoryStream Content(ArchiveReader reader)
    {
        var content = new MemoryStream();
        Copy(reader.Read, content, MaxMetadataBytes);
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

    delegate int ReadBytes(Span<byte> buffer);

    static void Copy(ReadBytes read, Stream target, long limit)
    {
        var buffer = new byte[64 * 1024];
        while (read(buffer) is > 0 and var count)
        {
            target.Write(buffer, 0, count);
            if (target.Position > limit) throw new ManifestException($"it is larger than the {limit:N0} bytes that are left for it");
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
