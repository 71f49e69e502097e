using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Applications, where they run, and the security schemes there.</summary>
[DbContext(typeof(MerlonDb)), Migration("0002_applications")]
internal sealed class Step0002Applications : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "applications", t => t
            .Key("tenant_key").Key("key").Id("id").Key("organization_key").Text("public_id").Text("public_id_folded").Text("name").Text("name_folded")
            .Text("description", optional: true).Text("contact", optional: true).Long("revision").Text("labels").Text("project").Time("created_at").Time("updated_at")
            .PrimaryKey("tenant_key", "key").Unique("id").Unique("tenant_key", "public_id_folded").Unique("tenant_key", "name_folded").Index("tenant_key", "organization_key", "key"));
        Table(migrationBuilder, "application_tags", t => t
            .Key("tenant_key").Key("application_key").Key("category_key").Id("id")
            .PrimaryKey("tenant_key", "application_key", "category_key").Index("tenant_key", "category_key"));
        Table(migrationBuilder, "deployments", t => t
            .Key("tenant_key").Key("key").Id("id").Key("application_key").Key("organization_key").Id("application_id").Text("name").Text("name_folded").Key("environment_key", optional: true)
            .Flag("compatibility_check").Flag("version_check").Flag("security_overrides").Long("revision").Time("created_at")
            .PrimaryKey("tenant_key", "key").Unique("id").Unique("tenant_key", "application_key", "name_folded"));
        Table(migrationBuilder, "security_schemes", t => t
            .Key("tenant_key").Key("key").Id("id").Long("revision").Key("deployment_key").Id("deployment_id").Key("organization_key").Key("application_key")
            .Text("name").Text("live_name", optional: true).Text("provider").Text("client_id").Text("protected_client_secret").Text("redirect_url").Text("scopes")
            .Time("created_at").Time("updated_at").Time("deleted_at", optional: true)
            .PrimaryKey("tenant_key", "key").Unique("id").Unique("tenant_key", "deployment_key", "live_name"));
    }
}
