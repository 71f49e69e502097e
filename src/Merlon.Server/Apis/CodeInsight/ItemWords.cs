using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Merlon.Analysis;
using Merlon.Core.Inventory;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>How this document says what an inventory item is.</summary>
static class ItemWords
{
    /// <summary>What stands where a value is missing.</summary>
    public const string NotAvailable = "N/A";

    public static string OrNotAvailable(string text) => text.Length == 0 ? NotAvailable : text;

    /// <summary>By the worst advisory, else by the licence.</summary>
    public static string Priority(InventoryItem item) => item.Vulnerabilities.Select(v => v.Severity ?? FindingSeverity.Medium).DefaultIfEmpty(FindingSeverity.Info).Max() switch
    {
        FindingSeverity.Critical or FindingSeverity.High => "High",
        FindingSeverity.Medium => "Medium",
        _ => item.Priority switch { LicensePriority.P1 => "High", LicensePriority.P2 or LicensePriority.Unknown => "Medium", _ => "Low" },
    };

    public static string Review(ReviewStatus status) => status switch { ReviewStatus.ReadyToReview => "Ready to Review", _ => status.ToString() };

    /// <summary>The page of the component at its forge; empty where it has none.</summary>
    public static string Url(InventoryItem item) => item.Forge switch
    {
        "npm" => $"https://www.npmjs.com/package/{Coordinates(item)}",
        "nuget" => $"https://www.nuget.org/packages/{item.Component}",
        "pypi" => $"https://pypi.org/project/{item.Component}",
        "maven" => $"https://central.sonatype.com/artifact/{Coordinates(item)}",
        "cargo" => $"https://crates.io/crates/{item.Component}",
        "golang" => $"https://pkg.go.dev/{Coordinates(item)}",
        _ => "",
    };

    public static int ComponentId(InventoryItem item) => StableNumber(Trunk(item));

    public static int VersionId(InventoryItem item) => StableNumber(item.Purl);

    /// <summary>-1 when no licence is known, as clients expect.</summary>
    public static int LicenseId(string license) => license.Length == 0 ? -1 : StableNumber(license);

    public static string LicenseName(string license) => license.Length == 0 ? "I don't know" : license;

    public static string LicenseUrl(string license) => license.Length == 0 || license.Contains(' ', StringComparison.Ordinal) ? "" : $"https://spdx.org/licenses/{license}.html";

    /// <summary>The document's ids of components, versions, licences and vulnerabilities are numbers; ours have names. The same name always gives the same number.</summary>
    public static int StableNumber(string name) => (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) & int.MaxValue);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // The purl without version and qualifiers.
    private static string Trunk(InventoryItem item) => item.Version.Length == 0 ? item.Purl : item.Purl[..Math.Max(0, item.Purl.LastIndexOf('@'))];

    private static string Coordinates(InventoryItem item) => Uri.UnescapeDataString(Trunk(item)["pkg:".Length..][(item.Forge.Length + 1)..]);
}
