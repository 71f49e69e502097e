using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Merlon.Core.Storage.Migrations;

/// <summary>When recurring work was last done.</summary>
[DbContext(typeof(MerlonDb)), Migration("0046_recurring_runs")]
internal sealed class Step0046RecurringRuns : MerlonMigration
{
    protected override void Up(MigrationBuilder migrationBuilder) => Table(migrationBuilder, "recurring_runs", t => t.Text("name").Time("at").PrimaryKey("name"));
}
