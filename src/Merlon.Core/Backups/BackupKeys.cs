using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Merlon.Core.Backups;

/// <summary>The keys that encrypt stored secrets, wherever this installation keeps them: in files beside SQLite, in a table of PostgreSQL.</summary>
public sealed class BackupKeys(IOptions<KeyManagementOptions> options)
{
    /// <summary>The table that holds them where a table does; archives carry them apart from the tables.</summary>
    internal const string Table = "key_ring";

    private IXmlRepository Ring => options.Value.XmlRepository ?? throw new InvalidOperationException("Nothing keeps the keys.");

    internal async Task Write(BackupArchive archive, CancellationToken ct)
    {
        var number = 0;
        foreach (var key in Ring.GetAllElements())
            await archive.Add($"{BackupManifest.KeysFolder}{key.Name.LocalName}-{key.Attribute("id")?.Value ?? $"{++number}"}.xml", CompressionLevel.Fastest, to => key.SaveAsync(to, SaveOptions.DisableFormatting, ct));
    }

    internal async Task Restore(BackupReader archive, CancellationToken ct)
    {
        foreach (var entry in archive.In(BackupManifest.KeysFolder))
        {
            await using var from = await entry.OpenAsync(ct);
            Ring.StoreElement(await XElement.LoadAsync(from, LoadOptions.None, ct), Path.GetFileNameWithoutExtension(entry.Name));
        }
    }
}
