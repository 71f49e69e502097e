using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Findings, what people decided about them, and the lists of which scan has which.</summary>
[DbContext(typeof(MerlonDb)), Migration("0006_findings")]
internal sealed class Step0006Findings : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Alter(migrationBuilder, "access_tokens", t => t.Text("description", optional: true));
        Table(migrationBuilder, "finding_profiles", t => t
            .Key("tenant_key").Key("key").Text("digest").Text("document").PrimaryKey("tenant_key", "key").Unique("tenant_key", "digest"));
        Table(migrationBuilder, "finding_triages", t => t
            .Key("tenant_key").Key("key").Int("status").Text("assignee").PrimaryKey("tenant_key", "key").Unique("tenant_key", "status", "assignee"));
        Table(migrationBuilder, "findings", t => t
            .Key("tenant_key").Key("key").Key("application_key").Text("fingerprint").Key("profile_key").Key("triage_key").Text("title").Text("path").Int("line").Text("rule")
            .Long("document").Long("digest").Bytes("tags").Key("first_scan_key").Int("first_scan_number").Text("first_version").Key("touched_scan_key").Key("gone_scan_key", optional: true)
            .Time("created_at")
            .PrimaryKey("tenant_key", "key").Unique("tenant_key", "application_key", "fingerprint"));
        Table(migrationBuilder, "staged_findings", t => t
            .Key("tenant_key").Key("scan_key").Text("fingerprint").Int("news").Key("profile_key").Text("title").Text("path").Int("line").Text("rule").Long("document").Long("digest").Bytes("tags")
            .PrimaryKey("tenant_key", "scan_key", "fingerprint"));
        Table(migrationBuilder, "finding_documents", t => t
            .Key("tenant_key").Key("key").Key("scan_key").Bytes("documents").PrimaryKey("tenant_key", "key").Index("tenant_key", "scan_key"));
        Table(migrationBuilder, "finding_tags", t => t.Key("tenant_key").Long("tag").Key("finding_key").PrimaryKey("tenant_key", "tag", "finding_key"));
        Lists(migrationBuilder);
        Table(migrationBuilder, "finding_decisions", t => t
            .Key("tenant_key").Key("key").Key("application_key").Key("finding_key").Int("status").Text("reason", optional: true).Text("actor").Time("at")
            .Time("expires_at", optional: true).Flag("superseded")
            .PrimaryKey("tenant_key", "key").Index("tenant_key", "finding_key", "key").Index("superseded", "expires_at"));
    }

    private void Lists(MigrationBuilder migration)
    {
        Table(migration, "finding_lists", t => t
            .Key("tenant_key").Key("scan_key").Key("application_key").Long("revision")
            .Int("open").Int("fixed").Int("ignored").Int("critical").Int("high").Int("medium").Int("low").Int("info").Bytes("tally")
            .PrimaryKey("tenant_key", "scan_key").Index("tenant_key", "application_key", "scan_key"));
        Table(migration, "finding_list_pages", t => t
            .Key("tenant_key").Key("scan_key").Long("number").Bytes("tally").Bytes("entries").PrimaryKey("tenant_key", "scan_key", "number"));
    }
}
