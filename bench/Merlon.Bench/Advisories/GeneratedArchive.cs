using System.IO.Compression;
using System.Text.Json;

namespace Merlon.Bench.Advisories;

/// <summary>An OSV archive of the size and shape of the public ones: several versions listed, a page of details, three references.</summary>
static class GeneratedArchive
{
    /// <summary>How many different packages the advisories name.</summary>
    public const int Packages = 40_000;

    /// <summary>Writes an archive of <paramref name="count"/> advisories for npm.</summary>
    public static void Write(string path, int count)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        var details = string.Join(' ', Enumerable.Repeat("A value that comes from outside reaches a place where it does harm in this package.", 12));
        for (var n = 0; n < count; n++)
        {
            using var entry = zip.CreateEntry($"GEN-{n}.json", CompressionLevel.Fastest).Open();
            JsonSerializer.Serialize(entry, new
            {
                schema_version = "1.6.0",
                id = $"GEN-{n}",
                modified = "2025-01-01T00:00:00Z",
                published = "2024-01-01T00:00:00Z",
                aliases = new[] { $"CVE-2024-{n}" },
                summary = $"Trouble number {n}",
                details,
                severity = new[] { new { type = "CVSS_V3", score = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" } },
                references = Enumerable.Range(0, 3).Select(r => new { type = "WEB", url = $"https://example.com/advisories/{n}/{r}" }),
                affected = new[]
                {
                    new
                    {
                        package = new { ecosystem = "npm", name = $"package-{n % Packages}" },
                        ranges = new[] { new { type = "SEMVER", events = new object[] { new { introduced = "0" }, new Dictionary<string, string> { ["fixed"] = $"{1 + n % 9}.{n % 20}.0" } } } },
                        versions = Enumerable.Range(0, 20).Select(v => $"0.{v}.{n % 10}"),
                    },
                },
            });
        }
    }
}
