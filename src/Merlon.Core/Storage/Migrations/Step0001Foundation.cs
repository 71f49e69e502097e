using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>Keys, tenants, people and tokens, events and audit.</summary>
[DbContext(typeof(MerlonDb)), Migration("0001_foundation")]
internal sealed class Step0001Foundation : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "key_blocks", t => t.Text("kind").Long("next").PrimaryKey("kind"));
        Table(migrationBuilder, "organizations", t => t
            .Key("tenant_key").Key("key").Id("id").Key("parent_key", optional: true).Text("name").Text("name_folded").Time("created_at")
            .PrimaryKey("tenant_key", "key").Unique("id").Unique("tenant_key", "name_folded"));
        Table(migrationBuilder, "application_categories", t => t
            .Key("tenant_key").Key("key").Id("id").Key("organization_key").Text("name").Text("name_folded").Text("description").Text("color")
            .PrimaryKey("tenant_key", "key").Unique("id").Unique("tenant_key", "organization_key", "name_folded"));
        People(migrationBuilder);
        Table(migrationBuilder, "events", t => t
            .Key("tenant_key").Key("key").Text("type").Key("environment_key", optional: true).Key("node_key", optional: true).Key("application_key", optional: true)
            .Text("actor").Text("variables").Time("created_at")
            .PrimaryKey("tenant_key", "key").Index("tenant_key", "type", "key").Index("tenant_key", "created_at", "key"));
        Table(migrationBuilder, "audit", t => t
            .Key("tenant_key").Key("key").Time("at").Text("actor").Key("actor_key", optional: true).Key("token_key", optional: true)
            .Text("action").Text("resource").Text("resource_id").Text("outcome").Text("address", optional: true).Text("request", optional: true)
            .PrimaryKey("tenant_key", "key").Index("tenant_key", "at", "key"));
    }

    private void People(MigrationBuilder migration)
    {
        Table(migration, "users", t => t
            .Key("key").Id("id").Text("login").Text("login_folded").Text("password_hash", optional: true).Text("first_name").Text("last_name").Text("email")
            .Key("home_tenant_key").Flag("disabled").Id("stamp").Time("created_at").Time("last_sign_in_at", optional: true)
            .PrimaryKey("key").Unique("login_folded").Unique("id"));
        Table(migration, "tenant_members", t => t.Key("tenant_key").Key("user_key").PrimaryKey("tenant_key", "user_key").Index("user_key"));
        Table(migration, "role_assignments", t => t
            .Key("tenant_key").Key("key").Id("role_id").Choice("member_kind").Text("member").Text("member_name").Choice("level").Key("resource_key")
            .PrimaryKey("tenant_key", "key").Unique("tenant_key", "member_kind", "member", "level", "resource_key", "role_id").Index("tenant_key", "level", "resource_key"));
        Table(migration, "access_tokens", t => t
            .Key("tenant_key").Key("key").Id("id").Text("label").Key("user_key", optional: true).Id("role_id", optional: true).Int("apis").Text("kind")
            .Text("bearer_digest", optional: true).Text("api_key", optional: true).Text("secret_digest", optional: true)
            .Time("created_at").Time("expires_at", optional: true).Time("last_used_at", optional: true).Time("revoked_at", optional: true)
            .PrimaryKey("tenant_key", "key").Unique("id").Unique("api_key"));
        Table(migration, "sign_in_failures", t => t.Text("login_folded").Text("address").Int("count").Time("last_at").PrimaryKey("login_folded", "address"));
    }
}
