using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.RubyGems;

/// <summary>The metadata inside a gem: a Gem::Specification in YAML.</summary>
static class GemSpecification
{
    public static (string? Purl, IEnumerable<string> Licenses) Read(TextReader text)
    {
        var document = Yaml.Read(text);
        var platform = document["platform"].Text;
        return (PackageUrls.Gem(document["name"].Text ?? "", document["version"]["version"].Text, platform == "ruby" ? null : platform), document["licenses"].Texts);
    }
}
