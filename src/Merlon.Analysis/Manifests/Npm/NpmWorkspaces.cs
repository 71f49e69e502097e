using Merlon.Analysis.Manifests.Formats;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Manifests.Npm;

/// <summary>The package.json files of a project whose lock file does not name them: the one beside it and those of its workspaces.</summary>
static class NpmWorkspaces
{
    /// <summary>The manifests, each with what it holds; the lock file is told to speak for all of them.</summary>
    public static List<(ManifestFile File, DataNode Content)> Of(ManifestFile lockFile, ManifestReport report)
    {
        var manifests = new List<(ManifestFile, DataNode)>();
        if (lockFile.Near("package.json") is not { } root) return manifests;
        var content = Json.Read(root);
        manifests.Add((root, content));
        var workspaces = content["workspaces"].IsMap ? content["workspaces"]["packages"] : content["workspaces"];
        var patterns = new PathPatterns([.. workspaces.Texts.Select(w => "/" + w.TrimStart('.', '/').TrimEnd('/') + "/package.json")]);
        foreach (var workspace in lockFile.Below(p => p != "package.json" && patterns.Match(p) && !ManifestNames.IsBelow(p, "node_modules")))
        {
            report.Cover(workspace.Path);
            manifests.Add((workspace, Json.Read(workspace)));
        }
        return manifests;
    }
}
