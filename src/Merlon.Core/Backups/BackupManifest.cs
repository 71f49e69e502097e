using System.Collections.Immutable;
using System.Text.Json;

namespace Merlon.Core.Backups;

/// <summary>What an archive says about itself, as its last entry.</summary>
/// <param name="Format">The layout's version.</param>
/// <param name="Steps">The schema's steps that its tables have, in order.</param>
/// <param name="Engine">The database it was taken from; it can be restored to any.</param>
/// <param name="Whole">Whether blobs, keys and files are in it, or tables alone.</param>
/// <param name="Entries">Every other entry, with its SHA-256.</param>
public sealed record BackupManifest(
    int Format, DateTimeOffset TakenAt, string Engine, ImmutableArray<string> Steps, bool Whole, ImmutableArray<BackedUpTable> Tables, ImmutableSortedDictionary<string, string> Entries)
{
    internal const int CurrentFormat = 1;
    internal const string Entry = "merlon.json";
    internal const string TablesFolder = "tables/";
    internal const string BlobsFolder = "blobs/";
    internal const string KeysFolder = "keys/";
    internal const string FilesFolder = "files/";
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Rows of all tables.</summary>
    public long Rows => Tables.Sum(table => table.Rows);

    /// <summary>The number of blobs.</summary>
    public int Blobs => CountIn(BlobsFolder);

    /// <summary>The number of files that the operator put into the data folder: rules, search terms, the reference library's.</summary>
    public int Files => CountIn(FilesFolder);

    private int CountIn(string folder) => Entries.Keys.Count(name => name.StartsWith(folder, StringComparison.Ordinal));
}

/// <summary>A table in an archive; each row is a line of JSON, an array in the order of the columns.</summary>
public sealed record BackedUpTable(string Name, ImmutableArray<string> Columns, long Rows);
