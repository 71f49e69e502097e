using System.Text.Json;
using Merlon.Bench.Advisories;

namespace Merlon.Bench.Bills;

/// <summary>A CycloneDX document of a chosen size, with components as the common generators write them: purl, hashes, licence, references, properties.</summary>
static class GeneratedBill
{
    // A component and its dependencies are about so large.
    const int ComponentBytes = 1_000;
    const int FlushBytes = 1 << 20;

    /// <summary>Writes about <paramref name="bytes"/> bytes; every third component is one that the generated advisories name.</summary>
    public static void Write(string path, long bytes)
    {
        var components = (int)(bytes / ComponentBytes);
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        json.WriteString("serialNumber", "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79");
        json.WriteNumber("version", 1);
        json.WriteStartArray("components");
        for (var n = 0; n < components; n++) Component(json, n);
        json.Flush();
        json.WriteEndArray();
        json.WriteStartArray("dependencies");
        for (var n = 0; n < components; n++) Dependency(json, n, components);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    static string Name(int n) => n % 3 == 0 ? $"package-{n % GeneratedArchive.Packages}" : $"clean-{n}";

    static string Reference(int n) => $"pkg:npm/{Name(n)}@{n % 9}.3.{n / GeneratedArchive.Packages}?part={n}";

    static void Component(Utf8JsonWriter json, int n)
    {
        // What is not flushed is held in memory.
        if (json.BytesPending > FlushBytes) json.Flush();
        var name = Name(n);
        JsonSerializer.Serialize(json, new Dictionary<string, object>
        {
            ["type"] = "library", ["bom-ref"] = Reference(n), ["name"] = name, ["version"] = $"{n % 9}.3.{n / GeneratedArchive.Packages}", ["scope"] = n % 5 == 0 ? "optional" : "required",
            ["description"] = $"What {name} does for programs that use it, said in a sentence of usual length by its author.", ["purl"] = $"pkg:npm/{name}@{n % 9}.3.{n / GeneratedArchive.Packages}",
            ["hashes"] = new[] { Hash("SHA-1", n, 40), Hash("SHA-256", n, 64), Hash("SHA-512", n, 128) },
            ["licenses"] = new[] { new { license = new { id = n % 4 == 0 ? "Apache-2.0" : "MIT" } } },
            ["externalReferences"] = new[] { new { type = "vcs", url = $"https://example.com/{name}.git" }, new { type = "website", url = $"https://example.com/{name}" } },
            ["properties"] = new[] { new { name = "path", value = $"node_modules/{name}" } },
        });
    }

    static object Hash(string algorithm, int n, int length) => new { alg = algorithm, content = string.Concat(Enumerable.Repeat(n.ToString("x8"), length / 8)) };

    static void Dependency(Utf8JsonWriter json, int n, int count)
    {
        if (json.BytesPending > FlushBytes) json.Flush();
        JsonSerializer.Serialize(json, new { @ref = Reference(n), dependsOn = new[] { Reference((n + 1) % count), Reference((int)((n * 7L + 3) % count)) }.Distinct() });
    }
}
