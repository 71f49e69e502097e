using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Storage;

/// <summary>
/// The keys that stored secrets are encrypted with, one file each. A key is on the disk before anything is encrypted with it: without it,
/// a secret that survives a power cut could not be read again.
/// </summary>
internal sealed class KeyFolder(DirectoryInfo folder, ILoggerFactory loggers) : FileSystemXmlRepository(folder, loggers)
{
    public override void StoreElement(XElement element, string friendlyName)
    {
        base.StoreElement(element, friendlyName);
        foreach (var key in System.IO.Directory.EnumerateFiles(Directory.FullName, "*.xml"))
        {
            using var file = File.OpenHandle(key, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(file);
        }
        FolderFlush.Flush(Directory.FullName);
    }
}
