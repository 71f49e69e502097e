using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Merlon.Core.Findings.Documents;

/// <summary>
/// Reads the documents of some findings, one look-up for all that are not remembered. A place is written once and never again, so what is remembered is
/// never wrong, on however many servers; the first pages of a list, which people and clients read over and over, cost no inflating.
/// </summary>
public sealed class StoredDocuments : IDisposable
{
    private const long RememberedBytes = 16 * 1024 * 1024;

    private readonly MemoryCache _remembered = new(new MemoryCacheOptions { SizeLimit = RememberedBytes });

    /// <summary>The documents at these places.</summary>
    internal async Task<Func<DocumentPlace, FindingDocument>> Read(MerlonDb db, TenantId tenant, IEnumerable<DocumentPlace> wanted, CancellationToken ct)
    {
        var documents = new Dictionary<DocumentPlace, FindingDocument>();
        var missing = new Dictionary<long, HashSet<int>>();
        foreach (var place in wanted)
        {
            if (_remembered.TryGetValue((tenant.Key, place), out FindingDocument? known)) documents[place] = known!;
            else if (missing.TryGetValue(place.Block, out var places)) places.Add(place.Place);
            else missing[place.Block] = [place.Place];
        }
        if (missing.Count == 0) return place => documents[place];
        await foreach (var block in FindingQueries.Of(db).Blocks(db, tenant.Key, [.. missing.Keys]).WithCancellation(ct))
        {
            foreach (var (place, length, document) in BlockCodec.Read(block.Documents, missing[block.Key]))
            {
                documents[new(block.Key, place)] = document;
                // Texts take two bytes a character, and their objects some more.
                _remembered.Set((tenant.Key, new DocumentPlace(block.Key, place)), document, new MemoryCacheEntryOptions { Size = 500 + (2 * length) });
            }
        }
        return place => documents[place];
    }

    public void Dispose() => _remembered.Dispose();
}
