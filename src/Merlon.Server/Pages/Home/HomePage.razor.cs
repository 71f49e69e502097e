using Merlon.Core.Overviews;
using Merlon.Core.Scans;

namespace Merlon.Server.Pages.Home;

/// <summary>What is exposed and what changed, worst first.</summary>
public partial class HomePage
{
    private IEnumerable<ScanCounts> Counts => Model.Applications.Where(head => head.Current is not null).Select(head => head.Current!.Counts);

    private int New => Counts.Sum(count => count.NewFindings);

    private int Gone => Counts.Sum(count => count.GoneFindings);

    private long Changed => Model.Nodes.Sum(head => head.Seen?.Changes.Total ?? 0);

    private PackageCounts Packages => Counts.Select(PackageCounts.Of).Concat(Model.Nodes.Select(head => head.Packages)).Aggregate(new PackageCounts(), (sum, counts) => sum + counts);
}
