using Merlon.Analysis.Manifests;
using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Dataflow.Languages.Java.Settings;

/// <summary>
/// What <c>application.yml</c> and <c>bootstrap.yml</c> of Spring, Quarkus and Micronaut say under which key, as code asks for it: <c>mail.host</c>. Only what
/// holds in every environment: the first document, and no file of one profile. Secrets are left out: they are told where they stand.
/// </summary>
static class ApplicationSettings
{
    const int MostEntries = 10_000;

    static readonly string[] Names = ["application.yml", "application.yaml", "bootstrap.yml", "bootstrap.yaml"];

    /// <summary>Whether a file holds such settings, by its path.</summary>
    public static bool IsOne(string path) => Names.Contains(path[(path.LastIndexOf('/') + 1)..]) && !TestFolders.Any(("/" + path).Contains);

    static readonly string[] TestFolders = ["/src/test/", "/src/it/"];

    /// <summary>Nothing of a file that no application could load.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            Flatten("", Yaml.Read(new StringReader(text)), entries);
        }
        catch (ManifestException)
        {
            entries.Clear();
        }
        return entries;
    }

    static void Flatten(string path, DataNode node, Dictionary<string, string> entries)
    {
        if (entries.Count >= MostEntries) return;
        if (node.Text is { } text && !SecretSetting.IsOne(path, text)) entries[path] = text;
        foreach (var (name, member) in node.Fields) Flatten(path.Length == 0 ? name : $"{path}.{name}", member, entries);
    }
}
