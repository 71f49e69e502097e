using Merlon.Core.Hosting;
using Merlon.Core.Jobs;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Merlon.TestChild;

/// <summary>A worker that never finishes a job, and a migration, both to be killed.</summary>
static class Working
{
    public static async Task Run(string data, string? database)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddMerlonCore(new StorageOptions(data) { Database = database }).AddJobWorker(new JobOptions { Reconcile = TimeSpan.FromMilliseconds(200) });
        builder.Services.AddScoped<IJobHandler, Endless>();
        await builder.Build().RunAsync();
    }

    public static async Task Migrate(string data, string? database)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddMerlonCore(new StorageOptions(data) { Database = database });
        await using var provider = services.BuildServiceProvider();
        Console.WriteLine("migrating");
        await provider.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
    }

    sealed class Endless : IJobHandler
    {
        public string Kind => "test";

        public JobLane Lane => JobLane.Light;

        public async Task<JobEnd> Run(JobRun run, CancellationToken ct)
        {
            await run.Progress(10, "endless");
            await Task.Delay(Timeout.Infinite, ct);
            return JobEnd.Done;
        }
    }
}
