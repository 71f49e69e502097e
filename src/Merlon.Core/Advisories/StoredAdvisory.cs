using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Merlon.Packages.Advisories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Advisories;

/// <summary>An advisory as it is kept: a large one compressed, its details, which matching does not need, apart.</summary>
public sealed class StoredAdvisory
{
    /// <summary>What is smaller stays as it is: making an inflater ready takes longer than to read it, and matching reads hundreds of thousands.</summary>
    private const int SmallestPacked = 2048;

    // No deflated text begins so: the three low bits name a kind of block that does not exist.
    private const byte Plain = 0x07;

    public required long Key { get; init; }

    /// <summary>The publisher's id, such as <c>GHSA-jfh8-c2jp-5v3q</c>.</summary>
    public required string Id { get; init; }
    public required DateTimeOffset Modified { get; init; }
    public required bool Withdrawn { get; init; }
    public required string Summary { get; init; }

    /// <summary>The advisory without its details, as JSON, compressed unless it is small.</summary>
    public required byte[] Document { get; init; }

    /// <summary>The details, compressed; empty where there are none.</summary>
    public required byte[] Details { get; init; }

    /// <summary>The advisory; with its details if asked for.</summary>
    public Advisory Read(bool withDetails = false)
    {
        var advisory = JsonSerializer.Deserialize(Unpack(Document).Span, AdvisoryForm.Type)!;
        return withDetails ? advisory with { Details = System.Text.Encoding.UTF8.GetString(Unpack(Details).Span) } : advisory;
    }

    /// <summary>What matching asks of the advisory in a <see cref="Document"/>.</summary>
    internal static Advisory ReadForMatching(byte[] document, MatchingForm form) => form.Read(Unpack(document).Span);

    /// <summary>How <see cref="Document"/> and <see cref="Details"/> are made.</summary>
    internal static (byte[] Document, byte[] Details) Pack(Advisory advisory) =>
        (Pack(JsonSerializer.SerializeToUtf8Bytes(advisory with { Details = "" }, AdvisoryForm.Type)), Pack(System.Text.Encoding.UTF8.GetBytes(advisory.Details)));

    private static byte[] Pack(byte[] bytes)
    {
        if (bytes.Length == 0) return [];
        if (bytes.Length < SmallestPacked) return [Plain, .. bytes];
        var packed = new MemoryStream(bytes.Length / 2);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(bytes);
        return packed.ToArray();
    }

    private static ReadOnlyMemory<byte> Unpack(byte[] packed)
    {
        if (packed.Length == 0) return default;
        if (packed[0] == Plain) return packed.AsMemory(1);
        var bytes = new MemoryStream(packed.Length * 4);
        using (var inflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress)) inflate.CopyTo(bytes);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<StoredAdvisory>
    {
        public void Configure(EntityTypeBuilder<StoredAdvisory> entity)
        {
            entity.ToTable("advisories").HasKey(a => a.Key);
            entity.Property(a => a.Id).IsRequired();
            entity.HasIndex(a => a.Id).IsUnique();
        }
    }
}

/// <summary>The JSON in which advisories are kept: without what is worked out from the rest.</summary>
internal static class AdvisoryForm
{
    public static JsonTypeInfo<Advisory> Type { get; } = (JsonTypeInfo<Advisory>)new JsonSerializerOptions(AdvisoryJson.Default.Options)
    {
        TypeInfoResolver = AdvisoryJson.Default.WithAddedModifier(static type =>
        {
            if (type.Type == typeof(AffectedPackage) && type.Properties.FirstOrDefault(p => p.Name == "key") is { } key) type.Properties.Remove(key);
        }),
    }.GetTypeInfo(typeof(Advisory));
}

/// <summary>Serializers of advisories.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Advisory))]
internal sealed partial class AdvisoryJson : JsonSerializerContext;
