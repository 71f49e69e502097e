using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Environments, nodes, what scans saw of them and what changed.</summary>
[DbContext(typeof(MerlonDb)), Migration("0020_machines")]
internal sealed class Step0020Machines : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Environments(migrationBuilder);
        Nodes(migrationBuilder);
        Table(migrationBuilder, "node_scans", t => t
            .Key("tenant_key").Key("key").Key("node_key").Key("job_key", optional: true).Key("task_key", optional: true).Text("label", optional: true).Int("status")
            .Text("report", optional: true).Text("message", optional: true).Text("scan_options").Text("snapshot", optional: true).Long("items").Key("previous_key", optional: true)
            .Long("added").Long("removed").Long("modified").Long("packages").Long("vulnerable_packages").Time("created_at").Time("updated_at")
            .PrimaryKey("tenant_key", "key").Index("tenant_key", "node_key", "key").Index("snapshot").Index("status", "updated_at"));
        Table(migrationBuilder, "changes", t => t
            .Key("tenant_key").Key("key").Key("node_key").Key("scan_key").Key("previous_scan_key").Key("environment_key").Int("kind").Text("section").Text("name").Text("path")
            .Text("old", optional: true).Text("new", optional: true).Time("created_at")
            .PrimaryKey("tenant_key", "key").Index("tenant_key", "node_key", "key").Index("tenant_key", "scan_key", "key").Index("tenant_key", "created_at", "key"));
        Table(migrationBuilder, "node_packages", t => t
            .Key("tenant_key").Key("node_key").Int("sequence").Key("scan_key").Text("purl").Text("name").Text("name_folded").Text("version")
            .Int("state").Int("vulnerability_count").Int("worst").Text("vulnerabilities")
            .PrimaryKey("tenant_key", "node_key", "sequence").Index("tenant_key", "name_folded", "node_key", "sequence").Index("tenant_key", "worst", "node_key"));
    }

    // Tenants that are there already get the default environment that new ones are made with.
    private void Environments(MigrationBuilder migration)
    {
        Table(migration, "environments", t => t
            .Key("tenant_key").Key("key").Text("name").Text("name_folded").Text("short_description").Text("description", optional: true).Text("node_rules").Int("weight").Flag("is_default")
            .Key("created_by", optional: true).Key("updated_by", optional: true).Time("created_at").Time("updated_at")
            .PrimaryKey("tenant_key", "key").Unique("tenant_key", "name_folded"));
        migration.Sql("""
            INSERT INTO environments (tenant_key, key, name, name_folded, short_description, node_rules, weight, is_default, created_at, updated_at)
            SELECT key, ROW_NUMBER() OVER (ORDER BY key), 'Default', 'default', '', '', 0, TRUE, created_at, created_at FROM organizations WHERE parent_key IS NULL
            """);
        migration.Sql("INSERT INTO key_blocks (kind, next) SELECT 'environment', COUNT(*) + 1 FROM environments");
    }

    private void Nodes(MigrationBuilder migration) => Table(migration, "nodes", t => t
        .Key("tenant_key").Key("key").Id("id").Text("name").Text("name_folded").Text("node_type").Int("status").Key("environment_key")
        .Text("external_id", optional: true).Text("external_id_folded", optional: true).Text("short_description").Text("description", optional: true)
        .Int("operating_system_family_id", optional: true).Int("operating_system_id", optional: true).Text("ip_address", optional: true).Text("mac_address", optional: true)
        .Flag("is_public").Flag("online").Int("medium", optional: true).Text("medium_host_name", optional: true).Int("medium_port", optional: true).Text("medium_user_name", optional: true)
        .Text("medium_info").Text("protected_medium_password", optional: true).Text("protected_alternate_password", optional: true).Key("connection_manager_group_key", optional: true)
        .Text("scan_options").Key("last_scan_key", optional: true).Int("last_scan_status", optional: true).Key("last_snapshot_key", optional: true)
        .Key("created_by", optional: true).Key("updated_by", optional: true).Time("created_at").Time("updated_at")
        .PrimaryKey("tenant_key", "key").Unique("id").Index("tenant_key", "status", "last_scan_status", "key").Index("tenant_key", "environment_key", "key")
        .Index("tenant_key", "name_folded").Index("tenant_key", "external_id_folded"));
}
