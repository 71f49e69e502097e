using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>
/// A step of the schema, written once for both engines. Steps are numbered in their <see cref="MigrationAttribute"/> and never change
/// once released; a test holds what they make against the model.
/// </summary>
internal abstract class MerlonMigration : Migration
{
    /// <summary>Makes a table; see <see cref="TableDraft"/> for the column kinds.</summary>
    protected void Table(MigrationBuilder migration, string name, Action<TableDraft> columns)
    {
        var draft = new TableDraft(name, binaryText: ActiveProvider!.EndsWith("PostgreSQL", StringComparison.Ordinal));
        columns(draft);
        migration.Operations.AddRange(draft.Operations());
    }

    /// <summary>Adds columns and indexes to a table that exists.</summary>
    protected void Alter(MigrationBuilder migration, string name, Action<TableDraft> columns)
    {
        var draft = new TableDraft(name, binaryText: ActiveProvider!.EndsWith("PostgreSQL", StringComparison.Ordinal));
        columns(draft);
        migration.Operations.AddRange(draft.Additions());
    }
}
