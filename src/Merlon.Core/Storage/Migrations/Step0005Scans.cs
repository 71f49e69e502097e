using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Scans of applications, and which of them an application shows.</summary>
[DbContext(typeof(MerlonDb)), Migration("0005_scans")]
internal sealed class Step0005Scans : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Alter(migrationBuilder, "applications", t => t.Text("default_branch", optional: true).Key("current_scan_key", optional: true));
        Table(migrationBuilder, "scans", t => t
            .Key("tenant_key").Key("key").Key("application_key").Int("number").Text("branch").Text("stage", optional: true).Text("version").Text("language").Text("tags")
            .Choice("status").Text("message", optional: true).Text("tool").Key("job_key", optional: true)
            .Time("started_at").Time("touched_at").Time("completed_at", optional: true).Flag("has_leftovers").Text("counts").Text("statistics")
            .PrimaryKey("tenant_key", "key").Unique("tenant_key", "application_key", "number")
            .Index("tenant_key", "application_key", "branch", "number").Index("has_leftovers", "touched_at"));
    }
}
