using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>The names of components, to search by.</summary>
[DbContext(typeof(MerlonDb)), Migration("0030_search")]
internal sealed class Step0030Search : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "component_names", t => t.Key("tenant_key").Text("name_folded").Text("component").PrimaryKey("tenant_key", "name_folded", "component"));
        migrationBuilder.Sql("INSERT INTO component_names (tenant_key, name_folded, component) SELECT DISTINCT tenant_key, lower(component), component FROM inventory_items");
    }
}
