using System.Text.RegularExpressions;

namespace Merlon.Analysis.Manifests.Hex;

/// <summary>rebar.lock, the lock file of Erlang's rebar3: {&lt;&lt;"name"&gt;&gt;,{pkg,&lt;&lt;"name"&gt;&gt;,&lt;&lt;"version"&gt;&gt;},level}, where level 0
/// is what the project itself asks for. What comes from a repository of source is no package of Hex, and a note names it.</summary>
sealed partial class RebarLockReader : IManifestReader
{
    public string Ecosystem => "hex";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "rebar.lock");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var text = file.Text();
        foreach (var match in Package().Matches(text).Cast<Match>())
            report.Add(PackageUrls.Hex(match.Groups["name"].Value, match.Groups["version"].Value), direct: match.Groups["level"].Value == "0");
        foreach (var match in Source().Matches(text).Cast<Match>())
            report.Note($"{match.Groups["key"].Value} comes from {match.Groups["address"].Value} and is no package of Hex.");
    }

    [GeneratedRegex("""\{<<"[^"]*">>,\s*\{pkg,\s*<<"(?<name>[^"]+)">>,\s*<<"(?<version>[^"]+)">>[^}]*\},\s*(?<level>[0-9]+)\}""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Package();

    [GeneratedRegex("""\{<<"(?<key>[^"]+)">>,\s*\{(git|hg|git_subdir),\s*"(?<address>[^"]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Source();
}
