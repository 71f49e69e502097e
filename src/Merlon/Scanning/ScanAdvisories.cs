using Merlon.Core.Advisories;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Migrations;
using Merlon.Packages.Advisories;

namespace Merlon.Scanning;

/// <summary>What a scan judges packages by: what <c>--advisories</c> names, else the store of the installation, else nothing.</summary>
sealed class ScanAdvisories : IAsyncDisposable
{
    private readonly Installation? _installation;

    private ScanAdvisories(IAdvisorySource? source, Installation? installation) => (Source, _installation) = (source, installation);

    /// <summary>Those of a scan that judges no packages: to open a store takes longer than many a scan.</summary>
    public static ScanAdvisories None => new(null, null);

    /// <summary>Where vulnerabilities are looked up; null when nothing is known, which the report then says.</summary>
    public IAdvisorySource? Source { get; }

    /// <summary>Opens them.</summary>
    /// <param name="path">Files or a folder in OSV form; null for the store.</param>
    /// <param name="isChosen">Whether somebody named the installation, so that there being none is an error.</param>
    public static async Task<ScanAdvisories> Open(string? path, StorageOptions storage, bool isChosen, CancellationToken ct)
    {
        if (path is not null) return new(Index(path, ct), null);
        if (storage.Database is null && !File.Exists(storage.SqliteFile))
            return isChosen && !Directory.Exists(storage.LibraryFolder) ? throw new InputException($"There is no installation in '{storage.Data}', nor a library; 'merlon advisories import' makes the one, 'merlon library add' the other.") : new(null, null);
        var installation = Installation.At(storage);
        try
        {
            await CheckSchema(installation, ct);
            return new(installation.Get<AdvisoryStore>(), installation);
        }
        catch
        {
            await installation.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_installation is not null) await _installation.DisposeAsync();
    }

    // A scan reads; bringing a schema up to date is for those who mean to.
    private static async Task CheckSchema(Installation installation, CancellationToken ct)
    {
        if ((await installation.Get<Migrator>().Missing(ct)).Count > 0)
            throw new InputException("The installation has the schema of an older version; 'merlon serve' or 'merlon advisories import' brings it up to date. With --advisories a scan needs none.");
    }

    private static AdvisoryIndex Index(string path, CancellationToken ct)
    {
        if (!Directory.Exists(path) && !File.Exists(path)) throw new InputException($"--advisories names '{path}', which does not exist.");
        var index = new AdvisoryIndex(TimeProvider.System);
        foreach (var skipped in index.Load(path, ct: ct)) Console.Error.WriteLine($"merlon: skipped {skipped.Source}: {skipped.Problem}");
        return index;
    }
}
