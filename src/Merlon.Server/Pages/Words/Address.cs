namespace Merlon.Server.Pages.Words;

/// <summary>The addresses of pages about things.</summary>
static class Address
{
    /// <summary>The page of an application, which shows its findings.</summary>
    public static string OfApplication(string publicId) => $"/applications/{Uri.EscapeDataString(publicId)}";

    /// <summary>The packages of an application.</summary>
    public static string OfPackages(string publicId) => $"{OfApplication(publicId)}/packages";

    /// <summary>The scans of an application.</summary>
    public static string OfScans(string publicId) => $"{OfApplication(publicId)}/scans";

    /// <summary>The files of an application, in a folder or at the root.</summary>
    public static string OfFiles(string publicId, string folder = "") => $"{OfApplication(publicId)}/files{(folder.Length == 0 ? "" : $"?folder={Uri.EscapeDataString(folder)}")}";

    /// <summary>One file of an application.</summary>
    public static string OfFile(string publicId, string path) => $"{OfApplication(publicId)}/file?path={Uri.EscapeDataString(path)}";

    /// <summary>One finding of an application.</summary>
    public static string OfFinding(string publicId, long key) => $"{OfApplication(publicId)}/findings/{key}";

    /// <summary>The page of a machine.</summary>
    public static string OfNode(long key) => $"/nodes/{key}";

    /// <summary>The packages of a machine.</summary>
    public static string OfNodePackages(long key) => $"{OfNode(key)}/packages";

    /// <summary>What changed on a machine.</summary>
    public static string OfNodeChanges(long key) => $"{OfNode(key)}/changes";

    /// <summary>What was seen of a machine, in one section or the first.</summary>
    public static string OfNodeSnapshot(long key, string? section = null) => $"{OfNode(key)}/snapshot{(section is null ? "" : $"?section={Uri.EscapeDataString(section)}")}";
}
