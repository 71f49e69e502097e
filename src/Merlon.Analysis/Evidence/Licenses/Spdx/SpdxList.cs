using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;

namespace Merlon.Analysis.Evidence.Licenses.Spdx;

/// <summary>One licence of the SPDX list: its id, full name, page and text.</summary>
public sealed record SpdxLicense(string Id, string Name, string Url, string Text);

/// <summary>The SPDX licence list and exception ids, as packed into this assembly from the locked packages.</summary>
public sealed record SpdxList(ImmutableArray<SpdxLicense> Licenses, ImmutableArray<string> Exceptions)
{
    const string Resource = "spdx.json.br";

    static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the packed list; it is read anew on every call, so keep what it answers.</summary>
    public static SpdxList Read()
    {
        using var packed = typeof(SpdxList).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var json = new BrotliStream(packed, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<SpdxList>(json, Names) ?? throw new InvalidOperationException($"{Resource} is empty.");
    }
}
