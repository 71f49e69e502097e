using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Findings are staged batch by batch. What a scan had staged row by row is never published: no scan runs while the schema changes.</summary>
[DbContext(typeof(MerlonDb)), Migration("0055_finding_batches")]
internal sealed class Step0055FindingBatches : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("staged_findings");
        Table(migrationBuilder, "finding_batches", t => t.Key("tenant_key").Key("scan_key").Int("number").Int("added").Bytes("rows").PrimaryKey("tenant_key", "scan_key", "number"));
        Table(migrationBuilder, "changed_findings", t => t
            .Key("tenant_key").Key("scan_key").Key("key").Key("profile_key").Text("title").Text("path").Int("line").Text("rule").Long("document").Long("digest").Bytes("tags")
            .PrimaryKey("tenant_key", "scan_key", "key"));
    }
}
