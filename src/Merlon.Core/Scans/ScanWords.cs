using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Identity;

namespace Merlon.Core.Scans;

/// <summary>How scans are told of in events and the audit log.</summary>
internal static class ScanWords
{
    /// <summary>The tenant that the application belongs to, for queries; its Guid is not known here and not needed.</summary>
    public static TenantId Tenant(this Application application) => new(application.TenantKey, Guid.Empty);

    /// <inheritdoc cref="Tenant(Application)"/>
    public static TenantId Tenant(this Scan scan) => new(scan.TenantKey, Guid.Empty);

    public static Happening Told(this Scan scan, string type, Application application) =>
        new Happening(type, "scan", $"{application.PublicId}/{scan.Number}") { ApplicationKey = application.Key }
            .With("application", application.Name).With("scan", $"{scan.Number}").With("branch", scan.Branch).With("message", scan.Message);
}
