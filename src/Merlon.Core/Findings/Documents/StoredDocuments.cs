using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Documents;

/// <summary>Reads the documents of some findings, one look-up for all.</summary>
internal static class StoredDocuments
{
    /// <summary>The documents at these places.</summary>
    public static async Task<Func<DocumentPlace, FindingDocument>> Read(MerlonDb db, TenantId tenant, IEnumerable<DocumentPlace> wanted, CancellationToken ct)
    {
        var places = wanted.GroupBy(p => p.Block, p => p.Place).ToDictionary(g => g.Key, g => g.ToHashSet());
        var blocks = places.Keys.ToArray();
        var documents = new Dictionary<DocumentPlace, FindingDocument>();
        foreach (var row in await db.Of<DocumentBlock>(tenant).AsNoTracking().Where(d => EF.Parameter(blocks).Contains(d.Key)).Select(d => new { d.Key, d.Documents }).ToListAsync(ct))
        {
            foreach (var (place, document) in BlockCodec.Read(row.Documents, places[row.Key])) documents[new(row.Key, place)] = document;
        }
        return place => documents[place];
    }
}
