using System.Globalization;
using Merlon.Core.Applications;
using Merlon.Core.Storage;

namespace Merlon.Core.Codebases;

/// <summary>
/// Where the engines keep what spares an application's next scan work: <c>cache/&lt;tenant&gt;/&lt;application&gt;</c> in the data folder, so that no
/// application learns from another's. It can be removed at any time; a backup does not hold it.
/// </summary>
public sealed class ScanCaches(StorageOptions storage)
{
    /// <summary>An application's cache that has grown beyond this, in bytes, begins anew.</summary>
    public const long MostBytes = 1L << 30;

    /// <summary>The application's folder; the engine makes it.</summary>
    public string FolderOf(Application application) => FolderOf(application.TenantKey, application.Key);

    /// <summary>Removes the folder when it is too large.</summary>
    public void Bound(Application application)
    {
        var folder = new DirectoryInfo(FolderOf(application));
        if (folder.Exists && folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length) > MostBytes) Scratch.Remove(folder);
    }

    /// <summary>Removes what was kept for an application that is no more.</summary>
    public void Remove(Application application)
    {
        var folder = new DirectoryInfo(FolderOf(application));
        if (folder.Exists) Scratch.Remove(folder);
    }

    private string FolderOf(long tenant, long application) =>
        Path.Combine(storage.CacheFolder, tenant.ToString(CultureInfo.InvariantCulture), application.ToString(CultureInfo.InvariantCulture));
}
