using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Manifests.Npm;

/// <summary>package-lock.json and npm-shrinkwrap.json, versions 1 to 3 (docs.npmjs.com/cli/configuring-npm/package-lock-json).
/// Versions 2 and 3 name the places of a node_modules folder; who asks for whom follows from how Node looks for modules.</summary>
sealed class PackageLockReader : IManifestReader
{
    public string Ecosystem => "npm";
    public ManifestRank Rank => ManifestRank.Lock;

    public bool Takes(string path) => ManifestNames.Is(path, "package-lock.json", "npm-shrinkwrap.json") && !ManifestNames.IsBelow(path, "node_modules");

    public void Read(ManifestFile file, ManifestReport report)
    {
        var document = Json.Read(file);
        if (document["packages"].Fields.Count > 0) new Places(document["packages"], file, report).Read();
        else new PackageLock1(document["dependencies"], file).Read(report);
    }

    sealed class Places(DataNode places, ManifestFile file, ManifestReport report)
    {
        const string Modules = "node_modules/";

        readonly Dictionary<string, (string? Purl, SortedSet<string> AskedBy, bool Direct)> found = new(StringComparer.Ordinal);

        public void Read()
        {
            foreach (var (place, entry) in places.Fields) Note(place, entry);
            foreach (var (place, entry) in places.Fields) Resolve(place, entry);
            foreach (var (place, entry) in places.Fields)
                if (found.TryGetValue(place, out var package))
                    report.Add(package.Purl, ScopeOf(entry), package.Direct, NpmScopes.Licenses(entry), package.AskedBy);
        }

        /// <summary>A place below node_modules is a package, another is a workspace of the project, whose package.json this file speaks for.</summary>
        void Note(string place, DataNode entry)
        {
            if (entry["link"].IsTrue) return;
            if (place.LastIndexOf(Modules, StringComparison.Ordinal) is >= 0 and var at)
                found[place] = (PackageUrls.Npm(entry["name"].Text ?? place[(at + Modules.Length)..], entry["version"].Text), new(StringComparer.Ordinal), false);
            else if (file.Near(place + "/package.json") is { } workspace) report.Cover(workspace.Path);
        }

        void Resolve(string place, DataNode entry)
        {
            var asking = found.TryGetValue(place, out var package) ? package.Purl : null;
            foreach (var (name, _, scope) in NpmScopes.AskedFor(entry))
            {
                // What an installed package needs for its own development is not installed; a namesake would be someone else's.
                if (asking is not null && scope == PackageScope.Development) continue;
                if (Find(place, name) is not { } target || !found.TryGetValue(target, out var asked)) continue;
                if (asking is null) found[target] = asked with { Direct = true };
                else if (asking != asked.Purl) asked.AskedBy.Add(asking);
            }
        }

        /// <summary>The place where code at <paramref name="from"/> would load the module, walking up as Node does.</summary>
        string? Find(string from, string name)
        {
            for (var folder = from; ; folder = folder.LastIndexOf('/') is >= 0 and var at ? folder[..at] : "")
            {
                var place = folder.Length == 0 ? Modules + name : $"{folder}/{Modules}{name}";
                if (places[place].Exists) return place;
                if (folder.Length == 0) return null;
            }
        }

        static PackageScope ScopeOf(DataNode entry) =>
            entry["dev"].IsTrue || entry["devOptional"].IsTrue ? PackageScope.Development
            : entry["optional"].IsTrue ? PackageScope.Optional
            : entry["peer"].IsTrue ? PackageScope.Peer
            : PackageScope.Runtime;
    }
}
