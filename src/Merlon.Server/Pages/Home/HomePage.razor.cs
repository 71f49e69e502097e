using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Merlon.Core.Scans;
using Merlon.Server.Pages.Pictures;

namespace Merlon.Server.Pages.Home;

/// <summary>What is exposed and what changed, worst first.</summary>
public partial class HomePage
{
    private IEnumerable<ScanCounts> Counts => Model.Applications.Where(head => head.Current is not null).Select(head => head.Current!.Counts);

    private int New => Counts.Sum(count => count.NewFindings);

    private int Gone => Counts.Sum(count => count.GoneFindings);

    private ImmutableArray<Slice> Packages
    {
        get
        {
            var packages = Counts.Select(PackageCounts.Of).Aggregate(new PackageCounts(), (sum, counts) => sum + counts);
            return [new("vulnerable", packages.Vulnerable, "critical"), new("cannot be judged", packages.Unknown, "unknown"), new("no known advisory", packages.Clear, "good")];
        }
    }
}
