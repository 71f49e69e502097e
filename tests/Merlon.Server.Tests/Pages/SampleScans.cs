using System.Collections.Immutable;
using Merlon.Core.Applications;
using Merlon.Core.Identity;
using Merlon.Core.Scans;
using Merlon.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Pages;

/// <summary>Applications with scans, as the pages meet them.</summary>
static class SampleScans
{
    /// <summary>A new application.</summary>
    public static Task<Application> Application(TestTenant tenant, string name) => tenant.Server.InScope(async s =>
        (await s.GetRequiredService<Core.Applications.Applications>().Create(new ApplicationDraft(name), Caller.System(tenant.Id), CancellationToken.None)).Value);

    /// <summary>A complete scan of it that counted this.</summary>
    public static Task<Scan> Scan(TestTenant tenant, Application application, ScanCounts counts) => tenant.Server.InScope(async s =>
    {
        var caller = Caller.System(tenant.Id);
        var scan = (await s.GetRequiredService<Scans>().Start(application, new ScanDraft { Version = "4f2a9c1d77e0" }, caller, CancellationToken.None)).Value;
        scan.Counts = counts;
        return await s.GetRequiredService<ScanPublisher>().Publish(application, scan, caller, CancellationToken.None);
    });
}
