using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Jobs, their tasks and logs. Quartz makes its own tables (<c>qrtz_*</c>) where it needs any.</summary>
[DbContext(typeof(MerlonDb)), Migration("0003_jobs")]
internal sealed class Step0003Jobs : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "jobs", t => t
            .Key("tenant_key").Key("key").Text("kind").Int("lane").Choice("source_type").Key("source_key", optional: true).Text("source_name", optional: true)
            .Int("status").Int("percent").Text("progress_text", optional: true).Int("attempts").Int("max_attempts").Text("error", optional: true)
            .Text("requested_by").Key("requested_by_key", optional: true).Time("queued_at").Time("due_at").Time("activated_at", optional: true).Time("completed_at", optional: true)
            .Key("application_key", optional: true).Key("node_key", optional: true).Key("environment_key", optional: true)
            .Text("payload").Text("input", optional: true).Flag("cancel_requested").Text("owner", optional: true).Long("claim").Time("heartbeat_at", optional: true)
            .PrimaryKey("tenant_key", "key").Index("status", "lane", "due_at", "key").Index("tenant_key", "application_key", "key").Index("tenant_key", "node_key", "key")
            .Index("tenant_key", "completed_at").Index("input"));
        Table(migrationBuilder, "job_tasks", t => t
            .Key("tenant_key").Key("key").Id("id").Key("job_key").Int("sequence").Text("label").Int("status").Key("node_key", optional: true)
            .Text("step", optional: true).Text("log", optional: true).Text("report", optional: true).Time("created_at").Time("updated_at")
            .PrimaryKey("tenant_key", "key").Unique("tenant_key", "job_key", "sequence").Index("tenant_key", "node_key", "key"));
        Table(migrationBuilder, "job_log", t => t
            .Key("tenant_key").Key("job_key").Int("sequence").Time("at").Text("text")
            .PrimaryKey("tenant_key", "job_key", "sequence"));
    }
}
