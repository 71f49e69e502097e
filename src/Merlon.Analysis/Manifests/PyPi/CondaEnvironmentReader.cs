using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>conda's environment.yml: "name=version=build" with an optional "channel::", and a list for pip inside.</summary>
sealed class CondaEnvironmentReader : IManifestReader
{
    public string Ecosystem => "conda";
    public ManifestRank Rank => ManifestRank.Manifest;

    public bool Takes(string path) =>
        ManifestNames.Ends(path, ".yml", ".yaml") && path[(path.LastIndexOf('/') + 1)..].StartsWith("environment", StringComparison.Ordinal);

    public void Read(ManifestFile file, ManifestReport report)
    {
        foreach (var item in Yaml.Read(file)["dependencies"].Items)
            if (item.Text is { } text) Add(text, report);
            else
                foreach (var pip in item["pip"].Texts) Requirement.Parse(pip)?.AddTo(report, PackageScope.Runtime);
    }

    /// <summary>The names that an environment asks for.</summary>
    public static HashSet<string> Names(DataNode environment) =>
    [
        .. environment["dependencies"].Items.SelectMany(i => i.Text is { } text
            ? [text[(text.LastIndexOf(':') + 1)..].Split('=', '<', '>', '!', ' ')[0]]
            : i["pip"].Texts.Select(p => Requirement.Parse(p)?.Name ?? "")),
    ];

    static void Add(string text, ManifestReport report)
    {
        var channel = text.IndexOf("::", StringComparison.Ordinal) is > 0 and var at ? text[..at] : null;
        var wanted = channel is null ? text : text[(channel.Length + 2)..];
        var end = wanted.AsSpan().IndexOfAny("=<>! ");
        var name = end < 0 ? wanted : wanted[..end];
        var parts = end < 0 ? [] : wanted[end..].Trim().TrimStart('=').Split('=', StringSplitOptions.TrimEntries);
        var exact = end >= 0 && wanted[end] == '=' && parts.Length > 0 && !parts[0].Contains('*') && !parts[0].Contains(',');
        report.Add(
            PackageUrls.Conda(name, exact ? parts[0] : null, exact && parts.Length > 1 ? parts[1] : null, channel),
            direct: true, requirement: exact || end < 0 ? null : wanted[end..].Trim());
    }
}
