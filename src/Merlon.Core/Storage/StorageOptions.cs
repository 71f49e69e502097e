namespace Merlon.Core.Storage;

/// <summary>Where things are kept.</summary>
/// <param name="Data">The data folder; made when missing.</param>
public sealed record StorageOptions(string Data)
{
    /// <summary>A PostgreSQL connection; SQLite inside <see cref="Data"/> if null.</summary>
    public string? Database { get; init; }

    /// <summary><c>s3://bucket/prefix</c>; files inside <see cref="Data"/> if null.</summary>
    public string? Blobs { get; init; }

    /// <summary>The SQLite file.</summary>
    public string SqliteFile => Path.Combine(Data, "merlon.db");

    /// <summary>Where blobs are kept as files.</summary>
    public string BlobsFolder => Path.Combine(Data, "blobs");

    /// <summary>Where the files of known origin are that scans recognise copies of.</summary>
    public string LibraryFolder => Path.Combine(Data, "library");

    /// <summary>Where dataflow rules and models of the operator's own are, beside ours; need not exist.</summary>
    public string RulesFolder => Path.Combine(Data, "rules");

    /// <summary>Where the terms are that scans look for in every file; need not exist.</summary>
    public string SearchTermsFile => Path.Combine(Data, "search-terms.txt");

    /// <summary>Where scans keep what spares the next one work; it can be removed at any time.</summary>
    public string CacheFolder => Path.Combine(Data, "cache");

    /// <summary>Where the keys that encrypt stored secrets are kept.</summary>
    public string KeysFolder => Path.Combine(Data, "keys");

    /// <summary>Where copies made before schema changes are kept.</summary>
    public string BackupsFolder => Path.Combine(Data, "backups");
}
