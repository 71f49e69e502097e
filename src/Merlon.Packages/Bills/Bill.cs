using System.Collections.Immutable;

namespace Merlon.Packages.Bills;

/// <summary>The formats of bills of materials that are read.</summary>
public enum BillFormat { CycloneDxJson, CycloneDxXml, SpdxJson, SpdxTagValue, Spdx3Json }

/// <summary>
/// A bill of materials, whatever format it came in, whole in memory. Large ones are better read item by item with
/// <see cref="BillReader"/>.
/// </summary>
public sealed record Bill
{
    public required BillHeader Header { get; init; }
    public ImmutableArray<BillComponent> Components { get; init; } = [];
    public ImmutableArray<BillDependency> Dependencies { get; init; } = [];
    public ImmutableArray<BillVulnerability> Vulnerabilities { get; init; } = [];

    /// <summary>What breaks the format's rules; the bill holds what could be read all the same.</summary>
    public ImmutableArray<BillProblem> Problems { get; init; } = [];

    /// <summary>Reads a whole bill from a stream.</summary>
    public static Bill Read(Stream content, BillLimits? limits = null, CancellationToken ct = default)
    {
        var header = new BillHeader();
        var components = ImmutableArray.CreateBuilder<BillComponent>();
        var dependencies = ImmutableArray.CreateBuilder<BillDependency>();
        var vulnerabilities = ImmutableArray.CreateBuilder<BillVulnerability>();
        var problems = ImmutableArray.CreateBuilder<BillProblem>();
        foreach (var item in new BillReader(limits).Read(content))
        {
            ct.ThrowIfCancellationRequested();
            switch (item)
            {
                case BillHeader read: header = read; break;
                case BillComponent component: components.Add(component); break;
                case BillDependency dependency: dependencies.Add(dependency); break;
                case BillVulnerability vulnerability: vulnerabilities.Add(vulnerability); break;
                case BillProblem problem: problems.Add(problem); break;
            }
        }
        return new()
        {
            Header = header,
            Components = components.ToImmutable(),
            Dependencies = dependencies.ToImmutable(),
            Vulnerabilities = vulnerabilities.ToImmutable(),
            Problems = problems.ToImmutable(),
        };
    }
}
