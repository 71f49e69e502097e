using Merlon.Core.Blobs;
using Merlon.Core.Identity;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Merlon.Core.Storage;

/// <summary>
/// The one model for both engines. Every query of a tenant's rows starts with <see cref="Of{T}(TenantId)"/>, so that no call can
/// forget whose rows it reads; rows that belong to nobody (advisories, users) start with <see cref="Shared{T}"/>.
/// </summary>
public sealed class MerlonDb(DbContextOptions<MerlonDb> options) : DbContext(options)
{
    /// <summary>The rows of one tenant.</summary>
    public IQueryable<T> Of<T>(TenantId tenant) where T : class, ITenantOwned => Set<T>().Where(row => row.TenantKey == tenant.Key);

    /// <summary>Rows that belong to the server as a whole.</summary>
    public IQueryable<T> Shared<T>() where T : class
    {
        if (typeof(ITenantOwned).IsAssignableFrom(typeof(T)))
            throw new InvalidOperationException($"{typeof(T).Name} belongs to a tenant: start with Of(tenant).");
        return Set<T>();
    }

    /// <summary>The rows of all tenants, for the server's own work (reconcilers, sweepers, sign-in), never on behalf of a caller.</summary>
    internal IQueryable<T> OfAllTenants<T>() where T : class, ITenantOwned => Set<T>();

    /// <summary>
    /// Makes the model, which takes most of a second of one core, before anybody needs it: what is made for one context serves all. Whoever needs it
    /// first waits for it, and is told should it fail.
    /// </summary>
    public static void Prepare(IStorageEngine engine) => _ = Task.Run(() =>
    {
        var options = new DbContextOptionsBuilder<MerlonDb>();
        engine.Configure(options);
        using var db = new MerlonDb(options.Options);
        _ = db.Model;
    });

    // Rows name each other by key and nothing by attribute: looking for relations, hierarchies and attributes would take a fifth of the model's time.
    private static readonly Type[] Needless =
    [
        typeof(RelationshipDiscoveryConvention), typeof(ForeignKeyPropertyDiscoveryConvention), typeof(ForeignKeyIndexConvention),
        typeof(ForeignKeyAttributeConvention), typeof(InversePropertyAttributeConvention),
        typeof(ManyToManyJoinEntityTypeConvention), typeof(NavigationEagerLoadingConvention), typeof(NavigationBackingFieldAttributeConvention),
        typeof(NonNullableNavigationConvention), typeof(RequiredNavigationAttributeConvention),
        typeof(RelationalNavigationJsonPropertyNameAttributeConvention), typeof(DeleteBehaviorAttributeConvention), typeof(CascadeDeleteConvention),
        typeof(BaseTypeDiscoveryConvention), typeof(DiscriminatorConvention), typeof(EntityTypeHierarchyMappingConvention),
        typeof(ComplexPropertyDiscoveryConvention), typeof(ServicePropertyDiscoveryConvention),
        typeof(BackingFieldAttributeConvention), typeof(ConcurrencyCheckAttributeConvention), typeof(DatabaseGeneratedAttributeConvention),
        typeof(KeyAttributeConvention), typeof(MaxLengthAttributeConvention),
        typeof(NotMappedMemberAttributeConvention), typeof(PrecisionAttributeConvention), typeof(RequiredPropertyAttributeConvention),
        typeof(StringLengthAttributeConvention), typeof(TimestampAttributeConvention), typeof(UnicodeAttributeConvention),
        typeof(RelationalColumnAttributeConvention), typeof(RelationalColumnCommentAttributeConvention),
        typeof(RelationalPropertyJsonPropertyNameAttributeConvention),
    ];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var convention in Needless) configurationBuilder.Conventions.Remove(convention);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Columns.Microseconds>();
        configurationBuilder.Properties<Guid>().HaveConversion<Columns.Hex>();
        configurationBuilder.Properties<BlobId>().HaveConversion<BlobId.Column>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MerlonDb).Assembly);
        ColumnNames.Apply(modelBuilder, binaryText: Database.IsNpgsql());
    }
}
