using System.Text.RegularExpressions;

namespace Merlon.Analysis.Manifests.RubyGems;

/// <summary>The gems that a Gemfile states literally, with their groups. It is a program; what it computes is not seen.</summary>
static partial class Gemfile
{
    public static IEnumerable<(string Name, string? Range, PackageScope Scope)> Read(ManifestFile file)
    {
        var blocks = new Stack<PackageScope?>();
        foreach (var line in file.Lines().Select(l => l.Trim()).Where(l => l.Length is > 0 and < 2000 && l[0] != '#'))
        {
            if (line == "end") blocks.TryPop(out _);
            else if (line.EndsWith(" do") || line.Contains(" do |", StringComparison.Ordinal) || line.StartsWith("if ") || line.StartsWith("unless ")) blocks.Push(line.StartsWith("group ") ? ScopeOf(line) : null);
            else if (Gem().Match(line) is { Success: true } gem)
                yield return (gem.Groups["n"].Value, gem.Groups["v"] is { Success: true } range ? range.Value : null, InlineScope(line) ?? blocks.FirstOrDefault(b => b is not null) ?? PackageScope.Runtime);
        }
    }

    static PackageScope? InlineScope(string line) =>
        line.Contains("group:", StringComparison.Ordinal) || line.Contains("groups:", StringComparison.Ordinal) || line.Contains(":group =>", StringComparison.Ordinal)
            ? ScopeOf(line[line.IndexOf("group", StringComparison.Ordinal)..]) : null;

    /// <summary>A group that is more than test and development is shipped.</summary>
    static PackageScope ScopeOf(string text)
    {
        var names = GroupName().Matches(text).Select(m => m.Groups["g"].Value).Where(g => g is not ("group" or "groups")).ToList();
        return names.Count == 0 || names.Any(n => n is not ("test" or "development")) ? PackageScope.Runtime
            : names.Contains("development") ? PackageScope.Development
            : PackageScope.Test;
    }

    [GeneratedRegex("""^gem[\s(]+["'](?<n>[\w.\-]+)["'](\s*,\s*["'](?<v>[^"']+)["'])?""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Gem();

    [GeneratedRegex("""[:"'](?<g>[a-z_]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GroupName();
}

/// <summary>A Gemfile that no lock file speaks for.</summary>
sealed class GemfileReader : IManifestReader
{
    public string Ecosystem => "gem";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "Gemfile", "gems.rb");

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var (name, range, scope) in Gemfile.Read(file))
        {
            var exact = range is { Length: > 0 } && char.IsAsciiDigit(range[0]);
            report.Add(PackageUrls.Gem(name, exact ? range : null), scope, direct: true, requirement: exact ? null : range);
        }
    }
}
