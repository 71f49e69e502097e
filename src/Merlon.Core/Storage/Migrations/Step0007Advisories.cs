using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Advisories, which belong to the server as a whole, and the packages that scans found.</summary>
[DbContext(typeof(MerlonDb)), Migration("0007_advisories")]
internal sealed class Step0007Advisories : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "advisories", t => t
            .Key("key").Text("id").Time("modified").Flag("withdrawn").Text("summary").Bytes("document").Bytes("details")
            .PrimaryKey("key").Unique("id"));
        Table(migrationBuilder, "advisory_packages", t => t.Text("ecosystem").Text("name").Key("advisory_key").PrimaryKey("ecosystem", "name", "advisory_key").Index("advisory_key"));
        Table(migrationBuilder, "advisory_aliases", t => t.Text("alias").Key("advisory_key").PrimaryKey("alias", "advisory_key").Index("advisory_key"));
        Table(migrationBuilder, "advisory_ecosystems", t => t.Text("name").Long("advisories").Time("newest_modified").Time("loaded_at").PrimaryKey("name"));
        Table(migrationBuilder, "advisory_downloads", t => t.Text("address").Text("tag", optional: true).Time("at").Text("problem", optional: true).PrimaryKey("address"));
        Table(migrationBuilder, "exploit_predictions", t => t.Text("cve").Number("probability").Number("percentile").PrimaryKey("cve"));
        Table(migrationBuilder, "known_exploits", t => t.Text("cve").Time("added", optional: true).Time("due", optional: true).Flag("ransomware").Text("action", optional: true).PrimaryKey("cve"));
        Table(migrationBuilder, "scan_packages", t => t
            .Key("tenant_key").Key("scan_key").Key("key").Text("purl").Text("component").Text("name_folded").Text("version").Flag("direct").Int("scope")
            .Text("licenses").Text("through").Text("manifest").Text("requirement", optional: true).Int("state").Int("vulnerabilities").Int("severity", optional: true)
            .PrimaryKey("tenant_key", "scan_key", "key").Index("tenant_key", "name_folded", "scan_key").Index("tenant_key", "component", "scan_key"));
    }
}
