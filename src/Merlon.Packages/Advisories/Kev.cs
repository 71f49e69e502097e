using System.Text.Json;
using Merlon.Packages.Bills;

namespace Merlon.Packages.Advisories;

/// <summary>A vulnerability that is known to be exploited (CISA's KEV catalogue).</summary>
/// <param name="Cve">Like "CVE-2025-0001".</param>
/// <param name="Added">When it was added to the catalogue.</param>
/// <param name="Due">Until when US agencies have to act; null when not said.</param>
/// <param name="Ransomware">Whether ransomware is known to use it.</param>
/// <param name="Action">What the catalogue asks for.</param>
public sealed record KnownExploited(string Cve, DateTimeOffset? Added, DateTimeOffset? Due, bool Ransomware, string? Action);

/// <summary>Reads the catalogue's JSON entry by entry.</summary>
public static class Kev
{
    static readonly BillLimits Limits = new() { MaxItemSize = 1 << 20, MaxDepth = 16 };

    /// <summary>Streams the entries. Throws JsonException where the document is malformed.</summary>
    public static IEnumerable<KnownExploited> Read(Stream json)
    {
        using var items = new JsonItemStream(json, Limits);
        while (items.Read(out var item))
            if (item.Name == "vulnerabilities" && item.Value.Text("cveID") is { } cve) yield return Entry(cve, item.Value);
    }

    static KnownExploited Entry(string cve, JsonElement json) => new(
        cve,
        json.Time("dateAdded"),
        json.Time("dueDate"),
        string.Equals(json.Text("knownRansomwareCampaignUse"), "Known", StringComparison.OrdinalIgnoreCase),
        json.Text("requiredAction"));
}
