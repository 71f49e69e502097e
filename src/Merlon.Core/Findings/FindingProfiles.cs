using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Merlon.Core.Identity;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings;

/// <summary>
/// Profiles and triages by key and by content, remembered in memory: their rows never change, so what is remembered is never wrong,
/// on however many servers.
/// </summary>
public sealed class FindingProfiles(IDbContextFactory<MerlonDb> databases, IStorageEngine engine, Keys keys)
{
    private const int Remembered = 200_000;
    private readonly ConcurrentDictionary<(long Tenant, long Key), ProfileDocument> _profiles = new();
    private readonly ConcurrentDictionary<(long Tenant, string Digest), long> _profileKeys = new();
    private readonly ConcurrentDictionary<(long Tenant, long Key), FindingTriage> _triages = new();
    private readonly ConcurrentDictionary<(long Tenant, FindingStatus, string), long> _triageKeys = new();

    /// <summary>The digest by which a profile is recognised, of its <see cref="ProfileDocument.Identity"/>.</summary>
    internal static string Digest(string identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));

    /// <summary>The profiles with these keys.</summary>
    internal async Task<Func<long, ProfileDocument>> Profiles(TenantId tenant, IEnumerable<long> wanted, CancellationToken ct)
    {
        var missing = wanted.Distinct().Where(key => !_profiles.ContainsKey((tenant.Key, key))).ToArray();
        if (missing.Length > 0)
        {
            if (_profiles.Count > Remembered) _profiles.Clear();
            await using var db = await databases.CreateDbContextAsync(ct);
            var rows = await db.Of<FindingProfile>(tenant).AsNoTracking().Where(p => missing.Contains(p.Key)).ToListAsync(ct);
            var read = rows.ToDictionary(p => p.Key, p => p.Document);
            foreach (var (key, document) in read) _profiles[(tenant.Key, key)] = document;
            return key => read.TryGetValue(key, out var document) || _profiles.TryGetValue((tenant.Key, key), out document) ? document : throw new KeyNotFoundException($"There is no finding profile {key}.");
        }
        return key => _profiles[(tenant.Key, key)];
    }

    /// <summary>The triages with these keys.</summary>
    internal async Task<Func<long, FindingTriage>> Triages(TenantId tenant, IEnumerable<long> wanted, CancellationToken ct)
    {
        var missing = wanted.Distinct().Where(key => key != 0 && !_triages.ContainsKey((tenant.Key, key))).ToArray();
        if (missing.Length > 0)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            foreach (var triage in await db.Of<FindingTriage>(tenant).AsNoTracking().Where(t => missing.Contains(t.Key)).ToListAsync(ct)) _triages[(tenant.Key, triage.Key)] = triage;
        }
        return key => key == 0 ? FindingTriage.None : _triages[(tenant.Key, key)];
    }

    /// <summary>The keys of profiles by digest; those that are new are made. Draws keys, hence outside of transactions.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> Keep(TenantId tenant, IReadOnlyDictionary<string, ProfileDocument> profiles, CancellationToken ct)
    {
        var missing = profiles.Where(p => !_profileKeys.ContainsKey((tenant.Key, p.Key))).ToDictionary(p => p.Key, p => p.Value);
        if (missing.Count > 0)
        {
            if (_profileKeys.Count > Remembered) _profileKeys.Clear();
            await using var db = await databases.CreateDbContextAsync(ct);
            // Somebody else may make the same profile at the same moment; then theirs is taken.
            do await AddMissing(db, tenant, missing, ct);
            while (await db.TryCommit(engine, ct) != Commit.Done);
            await Recall(db, tenant, missing.Keys, ct);
        }
        return profiles.Keys.ToDictionary(digest => digest, digest => _profileKeys[(tenant.Key, digest)]);
    }

    /// <summary>The key of a triage, made when it is new. Draws a key, hence outside of transactions.</summary>
    internal async Task<long> Keep(TenantId tenant, FindingStatus status, string assignee, CancellationToken ct)
    {
        if (status == FindingStatus.Unset && assignee.Length == 0) return FindingTriage.None.Key;
        if (_triageKeys.TryGetValue((tenant.Key, status, assignee), out var known)) return known;
        await using var db = await databases.CreateDbContextAsync(ct);
        while (true)
        {
            var found = await db.Of<FindingTriage>(tenant).AsNoTracking().SingleOrDefaultAsync(t => t.Status == status && t.Assignee == assignee, ct);
            if (found is not null) return _triageKeys[(tenant.Key, status, assignee)] = found.Key;
            db.Add(new FindingTriage { TenantKey = tenant.Key, Key = await keys.Next<FindingTriage>(ct), Status = status, Assignee = assignee });
            await db.TryCommit(engine, ct);
        }
    }

    private async Task AddMissing(MerlonDb db, TenantId tenant, Dictionary<string, ProfileDocument> missing, CancellationToken ct)
    {
        await Recall(db, tenant, missing.Keys, ct);
        foreach (var (digest, document) in missing.Where(p => !_profileKeys.ContainsKey((tenant.Key, p.Key))))
            db.Add(new FindingProfile { TenantKey = tenant.Key, Key = await keys.Next<FindingProfile>(ct), Digest = digest, Document = document });
    }

    private async Task Recall(MerlonDb db, TenantId tenant, IEnumerable<string> digests, CancellationToken ct)
    {
        var wanted = digests.ToArray();
        foreach (var row in await db.Of<FindingProfile>(tenant).AsNoTracking().Where(p => wanted.Contains(p.Digest)).Select(p => new { p.Digest, p.Key }).ToListAsync(ct))
            _profileKeys[(tenant.Key, row.Digest)] = row.Key;
    }
}
