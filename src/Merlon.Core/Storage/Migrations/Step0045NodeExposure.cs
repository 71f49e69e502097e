using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>How the packages of a node stand, kept with its scan so that nodes can be ranked; names of its packages, to search by; the events of a node.</summary>
[DbContext(typeof(MerlonDb)), Migration("0045_node_exposure")]
internal sealed class Step0045NodeExposure : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var column in (string[])["critical", "high", "medium", "low", "unjudged"])
            migrationBuilder.AddColumn<int>(column, "node_scans", nullable: false, defaultValue: 0);
        Alter(migrationBuilder, "events", t => t.Index("tenant_key", "node_key", "key"));
        // The numbers are those of Severity and PackageState; only a node's newest snapshot has package rows.
        Count(migrationBuilder, "critical", "worst = 5");
        Count(migrationBuilder, "high", "worst = 4");
        Count(migrationBuilder, "medium", "worst = 3");
        Count(migrationBuilder, "low", "worst < 3 AND vulnerability_count > 0");
        Count(migrationBuilder, "unjudged", "state <> 0 AND vulnerability_count = 0");
        migrationBuilder.Sql("INSERT INTO component_names (tenant_key, name_folded, component) SELECT DISTINCT tenant_key, name_folded, name FROM node_packages WHERE name <> '' ON CONFLICT DO NOTHING");
    }

    private static void Count(MigrationBuilder migration, string column, string what) => migration.Sql($"""
        UPDATE node_scans SET {column} = (SELECT COUNT(*) FROM node_packages p WHERE p.tenant_key = node_scans.tenant_key AND p.node_key = node_scans.node_key AND p.scan_key = node_scans.key AND {what})
        WHERE packages > 0
        """);
}
