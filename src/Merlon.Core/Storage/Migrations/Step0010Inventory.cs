using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Uploads, scanned files and inventory items.</summary>
[DbContext(typeof(MerlonDb)), Migration("0010_inventory")]
internal sealed class Step0010Inventory : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "codebase_uploads", t => t
            .Key("tenant_key").Key("key").Key("application_key").Text("blob").Long("size").Text("digest").Choice("level").Flag("delete_archives").Text("folder_suffix")
            .Text("uploaded_by").Time("uploaded_at")
            .PrimaryKey("tenant_key", "key").Index("tenant_key", "application_key", "key").Index("blob"));
        Table(migrationBuilder, "scanned_files", t => t
            .Key("tenant_key").Key("scan_key").Key("key").Text("path").Long("size").Text("md5").Text("sha1").Flag("binary").Flag("in_inventory").Text("evidence", optional: true)
            .PrimaryKey("tenant_key", "scan_key", "key").Index("tenant_key", "scan_key", "path"));
        Table(migrationBuilder, "inventory_items", t => t
            .Key("tenant_key").Key("key").Key("application_key").Int("number").Text("name").Text("purl").Text("component").Text("version").Text("forge").Text("license")
            .Choice("priority").Choice("scope").Flag("direct").Text("files").Text("vulnerabilities").Choice("review").Flag("published")
            .Key("first_scan_key").Key("last_scan_key").Text("created_by").Time("created_at").Time("updated_at")
            .PrimaryKey("tenant_key", "key").Unique("tenant_key", "application_key", "purl").Index("tenant_key", "application_key", "last_scan_key", "number").Index("tenant_key", "component"));
    }
}
