using System.Text.RegularExpressions;

namespace Merlon.Analysis.Manifests.Conan;

/// <summary>conanfile.py, as far as it states references literally: the attributes <c>requires</c>, <c>tool_requires</c>, <c>build_requires</c>
/// and <c>test_requires</c>, and calls of the methods of these names (docs.conan.io, "conanfile.py"). What the program computes is not seen.</summary>
sealed partial class ConanRecipeReader : IManifestReader
{
    /// <summary>Lines that one list of references may go over.</summary>
    const int MaxLines = 100;

    const int MaxLine = 4000;

    public string Ecosystem => "conan";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) => ManifestNames.Is(path, "conanfile.py");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var (group, left) = ("", 0);
        foreach (var line in file.Lines().Where(l => l.Length < MaxLine && !l.TrimStart().StartsWith('#')))
        {
            var code = line.Trim();
            if (Statement().Match(code) is { Success: true } statement) (group, left) = (statement.Groups["group"].Value, MaxLines);
            else if (left == 0) continue;
            foreach (var reference in Reference().Matches(code).Select(m => m.Groups["ref"].Value))
                report.Add(ConanReference.Purl(reference), ScopeOf(group), direct: true, requirement: ConanReference.Range(reference));
            // A list goes on behind a comma or an open bracket; a call ends where it began.
            left = code.EndsWith(',') || code.EndsWith('(') || code.EndsWith('[') || code.EndsWith('\\') ? left - 1 : 0;
        }
    }

    static PackageScope ScopeOf(string group) => group switch
    {
        "requires" => PackageScope.Runtime,
        "test_requires" => PackageScope.Test,
        _ => PackageScope.Build,
    };

    [GeneratedRegex("""^(self\.)?(?<group>requires|tool_requires|build_requires|test_requires)\s*(=|\()""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    [GeneratedRegex("""["'](?<ref>[a-z0-9_][a-zA-Z0-9_+.\-]*/(\[[^\]"']+\]|[a-zA-Z0-9_+.\-]+)(@[^"'{}]*)?)["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
