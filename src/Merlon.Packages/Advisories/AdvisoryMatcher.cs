using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Advisories;

/// <summary>Says of packages which advisories hit them: in batches, one look-up each, in the order the packages came.</summary>
public sealed class AdvisoryMatcher(IAdvisorySource source)
{
    /// <summary>How many packages are looked up at once.</summary>
    public const int BatchSize = 1000;

    /// <summary>Streams a verdict per package.</summary>
    public async IAsyncEnumerable<PackageVerdict> Match(IAsyncEnumerable<Purl> packages, [EnumeratorCancellation] CancellationToken ct)
    {
        var ages = await source.Ages(ct);
        var judge = new SeverityJudge();
        await foreach (var batch in packages.Chunk(BatchSize).WithCancellation(ct))
        {
            foreach (var verdict in await Judge(batch, ages, judge, ct)) yield return verdict;
        }
    }

    /// <summary>Streams a verdict per package.</summary>
    public IAsyncEnumerable<PackageVerdict> Match(IEnumerable<Purl> packages, CancellationToken ct) => Match(packages.ToAsyncEnumerable(), ct);

    async Task<IEnumerable<PackageVerdict>> Judge(Purl[] batch, IReadOnlyDictionary<string, AdvisoryAge> ages, SeverityJudge judge, CancellationToken ct)
    {
        var keys = batch.Select(PackageKey.Of).OfType<PackageKey>().Where(key => ages.ContainsKey(key.Ecosystem)).ToHashSet();
        var advisories = await source.Find(keys, ct);
        return batch.Select(package => Judge(package, advisories, ages, judge));
    }

    static PackageVerdict Judge(
        Purl package, IReadOnlyDictionary<PackageKey, ImmutableArray<Advisory>> found, IReadOnlyDictionary<string, AdvisoryAge> ages, SeverityJudge judge)
    {
        if (package.Ecosystem is not { } ecosystem || PackageKey.Of(package) is not { } key || !ages.ContainsKey(ecosystem.Name))
            return new(package, PackageState.NoData, []);
        if (package.AdvisoryVersion is not { Length: > 0 } version) return new(package, PackageState.NoVersion, []);
        if (!found.TryGetValue(key, out var advisories)) return new(package, PackageState.Checked, []);

        var hits = advisories.Where(a => a.Withdrawn is null)
            .Select(advisory => AdvisoryHit.Of(advisory, key, ecosystem, version))
            .OfType<AdvisoryHit>();
        return new(package, PackageState.Checked, AliasGroups.Merge(hits, package, judge));
    }
}
