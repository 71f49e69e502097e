using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Columns, keys and indexes of one table in the few portable kinds that <see cref="Columns"/> describes.</summary>
internal sealed class TableDraft(string table, bool binaryText)
{
    private readonly List<AddColumnOperation> _columns = [];
    private readonly List<CreateIndexOperation> _indexes = [];
    private string[] _key = [];

    /// <summary>A 64-bit key or reference.</summary>
    public TableDraft Key(string name, bool optional = false) => Column<long>(name, optional);

    /// <summary>Text, compared byte by byte.</summary>
    public TableDraft Text(string name, bool optional = false) => Column<string>(name, optional, binaryText ? "C" : null);

    /// <summary>A Guid as 32 lower-case hex digits.</summary>
    public TableDraft Id(string name, bool optional = false) => Text(name, optional);

    /// <summary>An enumeration by name.</summary>
    public TableDraft Choice(string name, bool optional = false) => Text(name, optional);

    /// <summary>An instant in microseconds.</summary>
    public TableDraft Time(string name, bool optional = false) => Column<long>(name, optional);

    /// <summary>A whole number of 64 bits.</summary>
    public TableDraft Long(string name, bool optional = false) => Column<long>(name, optional);

    /// <summary>A whole number of 32 bits.</summary>
    public TableDraft Int(string name, bool optional = false) => Column<int>(name, optional);

    /// <summary>A floating-point number.</summary>
    public TableDraft Number(string name, bool optional = false) => Column<double>(name, optional);

    /// <summary>Yes or no.</summary>
    public TableDraft Flag(string name, bool optional = false) => Column<bool>(name, optional);

    /// <summary>Raw bytes.</summary>
    public TableDraft Bytes(string name, bool optional = false) => Column<byte[]>(name, optional);

    public TableDraft PrimaryKey(params string[] columns)
    {
        _key = columns;
        return this;
    }

    public TableDraft Unique(params string[] columns) => Index(unique: true, columns);

    public TableDraft Index(params string[] columns) => Index(unique: false, columns);

    public IEnumerable<MigrationOperation> Operations()
    {
        var create = new CreateTableOperation { Name = table };
        create.Columns.AddRange(_columns);
        create.PrimaryKey = new AddPrimaryKeyOperation { Table = table, Name = $"PK_{table}", Columns = _key };
        return [create, .. _indexes];
    }

    public IEnumerable<MigrationOperation> Additions() => [.. _columns, .. _indexes];

    private TableDraft Index(bool unique, string[] columns)
    {
        _indexes.Add(new CreateIndexOperation { Table = table, Name = $"IX_{table}_{string.Join('_', columns)}", Columns = columns, IsUnique = unique });
        return this;
    }

    private TableDraft Column<T>(string name, bool optional, string? collation = null)
    {
        _columns.Add(new AddColumnOperation { Table = table, Name = name, ClrType = typeof(T), IsNullable = optional, Collation = collation });
        return this;
    }
}
