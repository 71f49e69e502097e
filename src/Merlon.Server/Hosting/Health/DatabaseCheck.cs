using Merlon.Core.Storage.Migrations;

namespace Merlon.Server.Hosting.Health;

/// <summary>The database answers and has the schema that this version needs.</summary>
sealed class DatabaseCheck(Migrator migrator) : IReadinessCheck
{
    public string Name => "database";

    public async Task Check(CancellationToken ct)
    {
        if (await migrator.Missing(ct) is { Count: > 0 } missing) throw new InvalidOperationException($"Schema steps are missing: {string.Join(", ", missing)}");
    }
}
