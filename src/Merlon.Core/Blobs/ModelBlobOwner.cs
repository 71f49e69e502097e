using System.Reflection;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Merlon.Core.Blobs;

/// <summary>The blobs named by columns: every property of type <see cref="BlobId"/> of every entity in the model.</summary>
internal sealed class ModelBlobOwner(MerlonDb db) : IBlobOwner
{
    private static readonly MethodInfo Query = typeof(ModelBlobOwner).GetMethod(nameof(NamedBy), BindingFlags.NonPublic | BindingFlags.Static)!;

    public async Task<IReadOnlySet<BlobId>> Named(IReadOnlyCollection<BlobId> ids, CancellationToken ct)
    {
        var named = new HashSet<BlobId>();
        foreach (var column in Columns(db.Model))
        {
            var query = (IQueryable<BlobId>)Query.MakeGenericMethod(column.DeclaringType.ClrType).Invoke(null, [db, column, ids])!;
            named.UnionWith(await query.ToListAsync(ct));
        }
        return named;
    }

    /// <summary>The columns that name blobs.</summary>
    internal static IEnumerable<IProperty> Columns(IModel model) => model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
        .Where(property => property.ClrType == typeof(BlobId) || property.ClrType == typeof(BlobId?));

    private static IQueryable<BlobId> NamedBy<T>(MerlonDb db, IProperty column, IReadOnlyCollection<BlobId> ids) where T : class
    {
        if (column.ClrType == typeof(BlobId)) return db.Set<T>().Select(row => EF.Property<BlobId>(row, column.Name)).Where(id => ids.Contains(id));
        var optional = ids.Select(id => (BlobId?)id).ToList();
        return db.Set<T>().Where(row => optional.Contains(EF.Property<BlobId?>(row, column.Name))).Select(row => EF.Property<BlobId?>(row, column.Name)!.Value);
    }
}
