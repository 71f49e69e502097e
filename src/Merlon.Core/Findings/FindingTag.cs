using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Findings;

/// <summary>
/// Finds findings by a tag that has many values (<c>cve</c>, <c>package_url</c>, <c>source_method</c>, ...): a digest of key and value, and the finding.
/// </summary>
public sealed class FindingTag : ITenantOwned
{
    public required long TenantKey { get; init; }

    /// <summary><see cref="Of(string, string)"/> of the tag.</summary>
    public required long Tag { get; init; }
    public required long FindingKey { get; init; }

    /// <summary>The first 64 bits of SHA-256 over <c>key=value</c>.</summary>
    public static long Of(string key, string value) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}={value}")));

    /// <summary>What <see cref="Publishing.TagDigests.Pack"/> packed.</summary>
    public static IEnumerable<long> Unpack(byte[] packed)
    {
        for (var i = 0; i < packed.Length; i += 8) yield return BinaryPrimitives.ReadInt64LittleEndian(packed.AsSpan(i));
    }

    internal sealed class Mapping : IEntityTypeConfiguration<FindingTag>
    {
        public void Configure(EntityTypeBuilder<FindingTag> entity) => entity.ToTable("finding_tags").HasKey(t => new { t.TenantKey, t.Tag, t.FindingKey });
    }
}
