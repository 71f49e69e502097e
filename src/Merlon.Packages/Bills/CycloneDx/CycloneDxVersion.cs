namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Versions of the specification: all are 1.x.</summary>
static class CycloneDxVersion
{
    public const string XmlNamespacePrefix = "http://cyclonedx.org/schema/bom/";

    /// <summary>The x of "1.x"; null when the text is no version between the two.</summary>
    public static int? Minor(string? version, int oldest, int newest) =>
        version is { Length: 3 } && version.StartsWith("1.", StringComparison.Ordinal) && version[2] - '0' is var minor && minor >= oldest && minor <= newest ? minor : null;
}
