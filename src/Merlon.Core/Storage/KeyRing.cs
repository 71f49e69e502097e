using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Merlon.Core.Storage;

/// <summary>One key of the ring that encrypts stored secrets, for installations of several machines; a single machine keeps its ring in a folder.</summary>
public sealed class KeyRingEntry
{
    /// <summary>The framework's name for the element, unique.</summary>
    public required string Name { get; init; }

    /// <summary>The element as XML.</summary>
    public required string Xml { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<KeyRingEntry>
    {
        public void Configure(EntityTypeBuilder<KeyRingEntry> entity) => entity.ToTable("key_ring").HasKey(e => e.Name);
    }
}

/// <summary>Keeps the key ring in the database that all machines share, so that each can read what another encrypted.</summary>
internal sealed class KeyRing(IDbContextFactory<MerlonDb> databases, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Shared<KeyRingEntry>().OrderBy(e => e.Name).Select(e => e.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Add(new KeyRingEntry { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting), CreatedAt = time.GetUtcNow() });
        db.SaveChanges();
    }
}
