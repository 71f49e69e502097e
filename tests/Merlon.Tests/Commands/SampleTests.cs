using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Merlon.Tests.Commands;

/// <summary>What samples/README.md says of the samples is what a scan finds.</summary>
public sealed partial class SampleTests
{
    private static readonly string Samples = Path.Combine(MerlonProcess.Checkout, "samples");

    [Theory]
    [InlineData("java")]
    [InlineData("csharp")]
    [InlineData("javascript")]
    [InlineData("typescript")]
    [InlineData("python")]
    [InlineData("go")]
    public async Task Sample_HoldsWhatItsTableSays(string folder)
    {
        var row = File.ReadLines(Path.Combine(Samples, "README.md")).Single(line => line.StartsWith($"| {folder} |", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);
        var report = JsonNode.Parse((await MerlonProcess.Run("scan", Path.Combine(Samples, folder), "--format", "json", "--only", "code,vulnerabilities", "--advisories", Path.Combine(Samples, "advisories"))).Done())!;

        var rules = report["findings"]!.AsArray().Select(finding => (string)finding!["rule"]!).ToHashSet();
        Rules().Matches(row[4]).Select(match => match.Groups[1].Value).Where(rule => !rules.Contains(rule)).ShouldBeEmpty("the table claims rules that find nothing");
        var purls = report["vulnerabilities"]!.AsArray().Select(vulnerability => Uri.UnescapeDataString((string)vulnerability!["purl"]!)).ToList();
        foreach (var dependency in row[5].Split(',', StringSplitOptions.TrimEntries))
        {
            var (name, version) = (dependency[..dependency.LastIndexOf(' ')], dependency[(dependency.LastIndexOf(' ') + 1)..]);
            purls.ShouldContain(purl => purl.Contains($"{name}@", StringComparison.OrdinalIgnoreCase) && purl.Contains(version, StringComparison.Ordinal), $"{dependency} is not hit by any advisory");
        }
    }

    [GeneratedRegex("`([a-z-]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Rules();
}
