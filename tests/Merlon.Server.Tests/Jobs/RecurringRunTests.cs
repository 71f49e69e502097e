using Merlon.Core.Jobs.Running;
using Merlon.Core.Storage;
using Merlon.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Jobs;

/// <summary>What the clock asked for while the server was off.</summary>
public abstract class RecurringRunTests(RunningServer server)
{
    // Rare enough not to come while a test runs.
    private const string Yearly = "0 0 0 1 1 ?";

    [Theory]
    [InlineData("done just now", 0, false)]
    [InlineData("done two years ago", 731, true)]
    [InlineData("never done", -1, false)]
    public async Task Missed_SaysWhetherATimePassedUnused(string row, int daysAgo, bool expected)
    {
        var name = $"{row} {Guid.NewGuid():N}";
        await server.InScope(async s =>
        {
            var db = s.GetRequiredService<MerlonDb>();
            if (daysAgo >= 0) db.Add(new RecurringRun { Name = name, At = DateTimeOffset.UtcNow.AddDays(-daysAgo) });
            return await db.SaveChangesAsync();
        });
        (await server.InScope(s => s.GetRequiredService<RecurringRuns>().Missed(name, Yearly, default))).ShouldBe(expected);
    }

    [Fact]
    public async Task Missed_OnceNoted_IsMadeUpFor()
    {
        var name = Guid.NewGuid().ToString("N");
        await server.InScope(async s =>
        {
            var db = s.GetRequiredService<MerlonDb>();
            db.Add(new RecurringRun { Name = name, At = DateTimeOffset.UtcNow.AddYears(-2) });
            return await db.SaveChangesAsync();
        });
        (await server.InScope(s => s.GetRequiredService<RecurringRuns>().Missed(name, Yearly, default))).ShouldBeTrue();
        await server.InScope(async s =>
        {
            await s.GetRequiredService<RecurringRuns>().Note(name, default);
            return true;
        });
        (await server.InScope(s => s.GetRequiredService<RecurringRuns>().Missed(name, Yearly, default))).ShouldBeFalse();
    }

    public sealed class OnSqlite(SqliteServer server) : RecurringRunTests(server);

    public sealed class OnPostgres(PostgresServer server) : RecurringRunTests(server);
}
