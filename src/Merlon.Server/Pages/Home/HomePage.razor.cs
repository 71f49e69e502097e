using System.Collections.Immutable;
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
            var (all, hit, unknown) = (Counts.Sum(c => (long)c.Packages), Counts.Sum(c => (long)c.VulnerablePackages), Counts.Sum(c => (long)c.UnknownPackages));
            return [new("vulnerable", hit, "critical"), new("cannot be judged", unknown, "unknown"), new("nothing known against", Math.Max(0, all - hit - unknown), "good")];
        }
    }
}
