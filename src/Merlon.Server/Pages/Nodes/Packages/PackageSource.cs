namespace Merlon.Server.Pages.Nodes.Packages;

/// <summary>Where an installed package came from, by the type of its purl: <c>deb</c>, <c>rpm</c>, <c>pypi</c>.</summary>
static class PackageSource
{
    public static string Of(string purl) => purl.IndexOf('/', StringComparison.Ordinal) is var slash and > 4 && purl.StartsWith("pkg:", StringComparison.Ordinal) ? purl[4..slash] : "";
}
