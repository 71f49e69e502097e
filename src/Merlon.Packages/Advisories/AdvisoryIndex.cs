using System.Collections.Immutable;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Advisories;

/// <summary>Advisories in memory, by package. Fill it first, then ask; asking from many threads is safe, filling is not.</summary>
public sealed class AdvisoryIndex(TimeProvider time) : IAdvisorySource
{
    readonly Dictionary<PackageKey, List<Advisory>> byPackage = [];
    readonly Dictionary<string, AdvisoryAge> ages = new(StringComparer.Ordinal);

    /// <summary>How many different packages have advisories.</summary>
    public int Packages => byPackage.Count;

    /// <summary>
    /// Loads a folder, archive or file and answers with what had to be skipped. Details are dropped: they are most of an
    /// advisory's size, and a scan does not print them.
    /// </summary>
    public ImmutableArray<OsvEntry> Load(string path, OsvLimits? limits = null, CancellationToken ct = default)
    {
        var skipped = ImmutableArray.CreateBuilder<OsvEntry>();
        foreach (var entry in new OsvReader(limits).Read(path))
        {
            ct.ThrowIfCancellationRequested();
            if (entry.Advisory is { } advisory) Add(advisory with { Details = "" });
            else skipped.Add(entry);
        }
        return skipped.ToImmutable();
    }

    /// <summary>Adds an advisory; of two with one id the one that was modified later stays.</summary>
    public void Add(Advisory advisory)
    {
        var packages = advisory.Affected.Where(a => a.Ecosystem.Length > 0).Select(a => a.Key).Distinct().ToList();
        foreach (var package in packages) Add(package, advisory);
        foreach (var ecosystem in packages.Select(p => p.Ecosystem).Distinct(StringComparer.Ordinal)) Count(ecosystem, advisory);
    }

    public Task<IReadOnlyDictionary<PackageKey, ImmutableArray<Advisory>>> Find(IReadOnlyCollection<PackageKey> packages, CancellationToken ct)
    {
        var found = new Dictionary<PackageKey, ImmutableArray<Advisory>>();
        foreach (var package in packages)
            if (byPackage.TryGetValue(package, out var advisories)) found[package] = [.. advisories];
        return Task.FromResult<IReadOnlyDictionary<PackageKey, ImmutableArray<Advisory>>>(found);
    }

    public Task<IReadOnlyDictionary<string, AdvisoryAge>> Ages(CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<string, AdvisoryAge>>(ages);

    void Add(PackageKey package, Advisory advisory)
    {
        if (!byPackage.TryGetValue(package, out var advisories)) byPackage[package] = advisories = new(1);
        var known = advisories.FindIndex(a => a.Id == advisory.Id);
        if (known < 0) advisories.Add(advisory);
        else if (advisories[known].Modified <= advisory.Modified) advisories[known] = advisory;
    }

    void Count(string ecosystem, Advisory advisory)
    {
        var age = ages.GetValueOrDefault(ecosystem, new(0, DateTimeOffset.MinValue, default));
        var newest = advisory.Modified > age.NewestModified ? advisory.Modified : age.NewestModified;
        ages[ecosystem] = new(age.Advisories + 1, newest, time.GetUtcNow());
    }
}
