using Merlon.Core.Hosting;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Migrations;
using Merlon.Server.Tests.Running;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Merlon.Server.Tests.Storage;

/// <summary>Several machines on one database read each other's secrets, without a folder in common.</summary>
public sealed class KeyRingTests(PostgresServer server)
{
    [Fact]
    public async Task TwoMachines_OnOneDatabase_ReadEachOthersSecrets()
    {
        var database = (await server.NewStorage(server.Data)).Database;
        await using var first = Machine(database);
        await using var second = Machine(database);
        await first.GetRequiredService<Migrator>().Migrate(CancellationToken.None);

        var secret = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("s3cret");

        second.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret).ShouldBe("s3cret");
    }

    private static ServiceProvider Machine(string? database) =>
        new ServiceCollection().AddLogging(log => log.ClearProviders()).AddMerlonCore(new StorageOptions(Directory.CreateTempSubdirectory("merlon-test-").FullName) { Database = database }).BuildServiceProvider();
}
