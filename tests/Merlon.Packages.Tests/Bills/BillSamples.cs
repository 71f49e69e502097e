using System.Text;
using Merlon.Packages.Advisories;
using Merlon.Packages.Bills;
using Merlon.Packages.Purls;

namespace Merlon.Packages.Tests.Bills;

/// <summary>A bill with something of everything, and documents read from texts.</summary>
static class BillSamples
{
    public static Bill Full { get; } = new()
    {
        Header = new()
        {
            SerialNumber = "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
            Name = "shop",
            Created = new(2025, 2, 3, 4, 5, 6, TimeSpan.Zero),
            Tools = ["merlon"],
            Subject = new() { Kind = "application", Ref = "shop", Name = "shop", Version = "1.0" },
        },
        Components =
        [
            new()
            {
                Ref = "tool", Group = "acme", Name = "tool", Version = "1.2.3", Purl = Purl.Parse("pkg:npm/acme/tool@1.2.3"), Scope = "required",
                Description = "A <tool> & more", Publisher = "Acme", Copyright = "(c) Acme", Cpe = "cpe:2.3:a:acme:tool:1.2.3:*:*:*:*:*:*:*",
                Licenses = [new("MIT", IsExpression: true, "declared")], Hashes = [new("SHA-256", new('a', 64))],
            },
            new() { Ref = "part", Name = "part", Version = "2", Licenses = [new("MIT OR Apache-2.0", IsExpression: true)] },
            new() { Ref = "odd", Name = "odd", Licenses = [new("Acme Licence", IsExpression: false), new("Apache-2.0", IsExpression: true)] },
        ],
        Dependencies = [new("shop", ["tool"]), new("tool", ["part", "odd"])],
        Vulnerabilities =
        [
            new()
            {
                Id = "CVE-2025-0001", Source = "Acme", Description = "Bad", Recommendation = "Update", Severity = Severity.Critical,
                CvssVector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", Cwes = ["CWE-79"], Affects = ["tool"],
                AnalysisState = "not_affected", AnalysisJustification = "code_not_reachable", AnalysisDetail = "never called",
            },
        ],
    };

    public static Bill Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static Bill Read(byte[] bytes, BillLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        return Bill.Read(stream, limits);
    }
}
