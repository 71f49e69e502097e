using System.Collections.Immutable;
using Merlon.Core.Overviews;

namespace Merlon.Server.Pages.Pictures;

/// <summary>How packages stand, as pictures show it.</summary>
static class PackageSlices
{
    /// <summary>Hit, not to be judged, neither.</summary>
    public static ImmutableArray<Slice> Of(PackageCounts packages) =>
        [new("vulnerable", packages.Vulnerable, "critical"), new("cannot be judged", packages.Unknown, "unknown"), new("no known advisory", packages.Clear, "good")];
}
