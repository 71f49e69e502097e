using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>The ring of keys that machines share.</summary>
[DbContext(typeof(MerlonDb)), Migration("0011_key_ring")]
internal sealed class Step0011KeyRing : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        Table(migrationBuilder, "key_ring", t => t.Text("name").Text("xml").Time("created_at").PrimaryKey("name"));
}
