namespace Merlon.Analysis.Manifests;

/// <summary>Questions about relative paths that readers ask.</summary>
static class ManifestNames
{
    public static bool Is(string path, string name) => path.EndsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[^(name.Length + 1)] == '/');

    public static bool Is(string path, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Is(path, name)) return true;
        return false;
    }

    public static bool Ends(string path, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Whether one of the folders on the way has this name.</summary>
    public static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder + '/', StringComparison.Ordinal) || path.Contains($"/{folder}/", StringComparison.Ordinal);
}
