using Merlon.Analysis;
using Merlon.Commands;
using Merlon.Packages.Advisories;
using Merlon.Packages.Bills;
using Merlon.Packages.Purls;

namespace Merlon.Reports;

/// <summary>The packages of a scan as a bill of materials.</summary>
static class BillOfScan
{
    /// <summary>What the bill says of itself.</summary>
    public static BillHeader Header(ReportSubject subject) => new()
    {
        Name = subject.Name,
        SerialNumber = $"urn:uuid:{Guid.CreateVersion7(subject.Now)}",
        Created = subject.Now,
        Subject = new BillComponent { Ref = "root", Kind = "application", Name = subject.Name },
        Tools = [$"merlon {VersionCommand.Current}"],
    };

    /// <summary>Each package once, whatever number of manifests name it.</summary>
    public static IEnumerable<BillComponent> Components(CollectedResults results) =>
        from package in results.Packages.DistinctBy(p => p.Purl)
        let purl = Purl.Parse(package.Purl)
        select new BillComponent
        {
            Ref = package.Purl,
            Group = purl.Namespace,
            Name = purl.Name,
            Version = purl.Version,
            Purl = purl,
            Scope = package.Scope is PackageScope.Runtime ? "required" : "optional",
            Licenses = [.. package.Licenses.Select(license => new BillLicense(license, IsExpression: false, "declared"))],
        };

    /// <summary>What the application asks for, and through which package each other one came.</summary>
    public static IEnumerable<BillDependency> Dependencies(CollectedResults results)
    {
        var known = results.Packages.Select(p => p.Purl).ToHashSet(StringComparer.Ordinal);
        yield return new BillDependency("root", [.. results.Packages.Where(p => p.Direct).Select(p => p.Purl).Distinct()]);
        var pairs = from package in results.Packages from parent in package.Through where known.Contains(parent) && parent != package.Purl select (Parent: parent, Child: package.Purl);
        foreach (var group in pairs.Distinct().GroupBy(pair => pair.Parent)) yield return new BillDependency(group.Key, [.. group.Select(pair => pair.Child)]);
    }

    /// <summary>The advisories that hit, each with every package it hits.</summary>
    public static IEnumerable<BillVulnerability> Vulnerabilities(CollectedResults results) =>
        from found in results.Vulnerabilities
        group found by found.Id into advisory
        let worst = advisory.OrderByDescending(v => v.Severity).First()
        select new BillVulnerability
        {
            Id = advisory.Key,
            Description = worst.Summary,
            Recommendation = worst.FixedIn is { } mended ? $"Use version {mended} or later." : null,
            Severity = worst.Severity switch
            {
                FindingSeverity.Critical => Severity.Critical,
                FindingSeverity.High => Severity.High,
                FindingSeverity.Medium => Severity.Medium,
                FindingSeverity.Low => Severity.Low,
                FindingSeverity.Info => Severity.None,
                _ => Severity.Unknown,
            },
            CvssVector = worst.CvssVector,
            Affects = [.. advisory.Select(v => v.Purl).Distinct()],
        };
}
