using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Merlon.Analysis.Matches.Library;

/// <summary>Which segments make up the library: <c>library.json</c> in its folder. It is replaced as a whole, so that a reader sees the library before or after an addition.</summary>
sealed record LibraryManifest(ImmutableArray<string> Segments)
{
    const string Name = "library.json";

    /// <summary>The library of a folder; one that is not there is empty.</summary>
    public static LibraryManifest Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path)) return new([]);
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, LibraryJson.Default.LibraryManifest) ?? new([]);
    }

    /// <summary>Makes this the library of a folder; it is on disk when this returns.</summary>
    public void Write(string folder)
    {
        var partial = Path.Combine(folder, $"{Name}.partial");
        using (var stream = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, this, LibraryJson.Default.LibraryManifest);
            stream.Flush(flushToDisk: true);
        }
        File.Move(partial, Path.Combine(folder, Name), overwrite: true);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LibraryManifest))]
sealed partial class LibraryJson : JsonSerializerContext;
