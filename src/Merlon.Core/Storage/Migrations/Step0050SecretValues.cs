using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>The encrypted values of secrets, and the tenants' keys of their fingerprints.</summary>
[DbContext(typeof(MerlonDb)), Migration("0050_secret_values")]
internal sealed class Step0050SecretValues : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "secret_values", t => t.Key("tenant_key").Key("application_key").Text("fingerprint").Text("protected_value").PrimaryKey("tenant_key", "application_key", "fingerprint"));
        Table(migrationBuilder, "secret_keys", t => t.Key("tenant_key").Text("protected_key").PrimaryKey("tenant_key"));
    }
}
