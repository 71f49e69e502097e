using System.Collections.Immutable;
using System.Data.Common;
using Merlon.Analysis;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Core.Storage;
using Merlon.Packages.Purls;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Inventory;

/// <summary>Makes inventory items of the packages that a scan found; known ones are recognised by purl and keep what people decided.</summary>
internal sealed class ItemsPart(MerlonDb db, Keys keys, TimeProvider time) : IScanPart
{
    private const int FilesKept = 1000;
    private readonly Dictionary<string, Found> _found = new(StringComparer.Ordinal);
    private long _firstKey;

    public Task Stage(Scan scan, IReadOnlyList<ScanResult> batch, CancellationToken ct)
    {
        foreach (var result in batch)
        {
            if (result is FoundPackage package) Of(package.Purl).Add(package);
            if (result is FoundVulnerability vulnerability) Of(vulnerability.Purl).Add(vulnerability);
        }
        return Task.CompletedTask;
    }

    public async Task Prepare(Scan scan, IScanIntake more, CancellationToken ct) => _firstKey = _found.Count == 0 ? 0 : await keys.Range<InventoryItem>(_found.Count, ct);

    public async Task Publish(Scan scan, DbTransaction transaction, CancellationToken ct)
    {
        scan.Counts = scan.Counts with { Packages = _found.Count, VulnerablePackages = _found.Values.Count(found => found.IsVulnerable) };
        var tenant = new TenantId(scan.TenantKey, default);
        var application = await db.Of<Application>(tenant).SingleAsync(a => a.Key == scan.ApplicationKey, ct);
        // Only the default branch makes the inventory; other branches are looked at by their findings.
        if (application.DefaultBranch is { } branch && branch != scan.Branch) return;
        var known = await db.Of<InventoryItem>(tenant).Where(i => i.ApplicationKey == scan.ApplicationKey).ToDictionaryAsync(i => i.Purl, StringComparer.Ordinal, ct);
        var number = known.Values.Select(i => i.Number).DefaultIfEmpty().Max();
        foreach (var (purl, found) in _found.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (known.TryGetValue(purl, out var item)) found.Refresh(item, scan, time.GetUtcNow());
            else db.Add(found.New(purl, scan, application, _firstKey++, ++number, time.GetUtcNow()));
        }
    }

    public Task Discard(Scan scan, CancellationToken ct)
    {
        _found.Clear();
        return Task.CompletedTask;
    }

    private Found Of(string purl) => _found.TryGetValue(purl, out var found) ? found : _found[purl] = new Found();

    /// <summary>What a scan says about one purl, over all the files that name it.</summary>
    private sealed class Found
    {
        private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
        private readonly Dictionary<string, ItemVulnerability> _vulnerabilities = new(StringComparer.Ordinal);
        private string _license = "";
        private PackageScope _scope = PackageScope.Peer;
        private bool _direct;

        /// <summary>Whether an advisory hits it.</summary>
        public bool IsVulnerable => _vulnerabilities.Count > 0;

        public void Add(FoundPackage package)
        {
            if (_files.Count < FilesKept) _files.Add(package.Manifest);
            if (_license.Length == 0) _license = string.Join(" AND ", package.Licenses);
            _direct |= package.Direct;
            // The scope that reaches furthest counts: a package needed at run time anywhere is needed at run time.
            if (package.Scope < _scope) _scope = package.Scope;
        }

        public void Add(FoundVulnerability v) => _vulnerabilities[v.Id] = new(v.Id, v.Aliases, v.Severity, v.Cvss, v.CvssVector, v.FixedIn, v.Summary);

        public InventoryItem New(string text, Scan scan, Application application, long key, int number, DateTimeOffset now)
        {
            var purl = Purl.TryParse(text, out var parsed) ? parsed : null;
            var item = new InventoryItem
            {
                TenantKey = scan.TenantKey,
                Key = key,
                ApplicationKey = scan.ApplicationKey,
                Number = number,
                Name = "",
                Purl = text,
                Component = purl?.Name ?? text,
                Version = purl?.Version ?? "",
                Forge = purl?.Type ?? "",
                License = "",
                Priority = LicensePriority.Unknown,
                Scope = _scope,
                Direct = _direct,
                Files = [],
                Vulnerabilities = [],
                Published = application.Project.AutoPublish,
                FirstScanKey = scan.Key,
                LastScanKey = scan.Key,
                CreatedBy = "system",
                CreatedAt = now,
                UpdatedAt = now,
            };
            Refresh(item, scan, now);
            return item;
        }

        public void Refresh(InventoryItem item, Scan scan, DateTimeOffset now)
        {
            ImmutableArray<ItemVulnerability> worst = [.. _vulnerabilities.Values.OrderByDescending(v => v.Severity ?? FindingSeverity.Info).ThenBy(v => v.Id, StringComparer.Ordinal)];
            (item.License, item.Priority, item.Scope, item.Direct) = (_license, LicensePriorities.Of(_license), _scope, _direct);
            (item.Files, item.Vulnerabilities, item.LastScanKey, item.UpdatedAt) = ([.. _files], worst, scan.Key, now);
            item.Name = $"{item.Component} {item.Version}".TrimEnd() + (_license.Length == 0 ? "" : $" ({_license})");
        }
    }
}
