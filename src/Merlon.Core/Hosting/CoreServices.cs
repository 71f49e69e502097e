using Merlon.Core.Advisories;
using Merlon.Core.Applications;
using Merlon.Core.Backups;
using Merlon.Core.Blobs;
using Merlon.Core.Engines;
using Merlon.Core.Events;
using Merlon.Core.Findings;
using Merlon.Core.Findings.Lists;
using Merlon.Core.Findings.Publishing;
using Merlon.Core.Findings.Triaging;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Organizations;
using Merlon.Core.Outbound;
using Merlon.Core.Retention;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Merlon.Core.Storage.Migrations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Hosting;

/// <summary>Puts the domain into a container. Each feature adds its own line.</summary>
public static class CoreServices
{
    /// <summary>Everything that <c>serve</c>, <c>work</c> and the commands on a data folder share.</summary>
    /// <param name="engine">The engine of <paramref name="options"/> where it was made already; the container disposes it.</param>
    public static IServiceCollection AddMerlonCore(this IServiceCollection services, StorageOptions options, IStorageEngine? engine = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(_ => engine ?? StorageEngines.Of(options));
        services.AddPooledDbContextFactory<MerlonDb>((provider, db) => provider.GetRequiredService<IStorageEngine>().Configure(db));
        services.AddScoped(provider => provider.GetRequiredService<IStorageEngine>().Begin(provider.GetRequiredService<IDbContextFactory<MerlonDb>>().CreateDbContext()));
        services.AddSingleton<ScratchFolders>().AddHostedService(provider => provider.GetRequiredService<ScratchFolders>());
        services.AddSingleton<Keys>().AddSingleton<Migrator>().AddSingleton<ISchemaBackup, SchemaBackup>();
        AddKeyRing(services, options);

        services.TryAddSingleton<OutboundOptions>();
        services.TryAddSingleton<TenantLimits>();
        services.AddSingleton<OutboundHttp>();
        services.AddSingleton<RememberedSignIns>();
        services.AddScoped<Journal>().AddScoped<Tenants>().AddScoped<Grants>().AddScoped<Identity.Authentication>().AddScoped<SignInAudit>().AddScoped<Users>().AddScoped<Tokens>();
        services.AddScoped<Organizations.Organizations>().AddScoped<ApplicationCategories>();
        services.AddScoped<ApplicationMoves>().AddScoped<ApplicationClones>().AddScoped<IApplicationPart, Deployments.DeploymentPart>();
        services.AddScoped<Applications.Applications>().AddScoped<Applications.ApplicationBatch>().AddScoped<Deployments.Deployments>().AddScoped<SecuritySchemes.SecuritySchemes>();
        services.AddSingleton<FindingProfiles>().AddSingleton<RememberedSums>().AddSingleton<Findings.Documents.StoredDocuments>().AddSingleton<Findings.Lists.RememberedLists>().AddScoped<FindingSums>().AddScoped<FindingListCounts>().AddScoped<FindingListWriter>().AddScoped<FindingListWriterFactory>();
        services.AddAdvisories();
        services.AddScoped<Scans.IScanPart, Components.PackagePart>().AddScoped<Components.PackageJudge>().AddScoped<Components.VulnerabilityDrafts>().AddScoped<Components.Rematch>();
        services.AddScoped<FindingStage>().AddScoped<FindingPublication>().AddScoped<FindingRetirement>().AddScoped<Scans.IScanPart, FindingPart>();
        services.AddSingleton<Findings.Secrets.SecretVault>().AddScoped<Findings.Secrets.SecretKeys>().AddScoped<Scans.IScanPart, Findings.Secrets.SecretValuePart>().AddScoped<IApplicationPart, Findings.Secrets.SecretValuePart>();
        services.AddScoped(p => new Findings.Secrets.SecretReveals(p.GetRequiredService<MerlonDb>(), p.GetRequiredService<IStorageEngine>(), p.GetRequiredService<Journal>(), p.GetRequiredService<Findings.Secrets.SecretVault>()));
        services.AddScoped<Findings.Findings>().AddScoped<FindingPlaces>().AddScoped<FindingDecisions>().AddScoped<DecisionExpiry>();
        services.AddScoped<Scans.Scans>().AddScoped<Scans.ScanPublisher>().AddScoped<Scans.ScanSweeper>();
        services.AddScoped<IRecurringWork, Scans.ScanSweeper>().AddScoped<IRecurringWork, DecisionExpiry>();
        services.AddJobs().AddBlobs().AddEngines().AddRetention();
        services.AddSingleton<BackupKeys>().AddSingleton<BackupFiles>().AddSingleton<Backups.Backups>().AddSingleton<Restores>();
        services.AddScoped<Overviews.ApplicationHeads>().AddScoped<Overviews.ApplicationOverviews>().AddScoped<Overviews.PackageOverviews>().AddScoped<Overviews.HomeOverviews>();
        services.AddScoped<Overviews.FolderOverviews>().AddScoped<Overviews.FileOverviews>().AddSingleton<Inventory.Folders.RememberedFolders>().AddScoped<Inventory.Folders.ScannedFolders>();
        services.AddScoped<Overviews.NodeHeads>().AddScoped<Overviews.NodeOverviews>().AddScoped<Overviews.NodeSnapshotOverviews>().AddScoped<Overviews.NodeChangeOverviews>().AddScoped<Overviews.NodePackageOverviews>();
        services.AddScoped<Search.ComponentNames>().AddScoped<Search.FindingSearch>().AddScoped<Search.MachineSearch>().AddScoped<Search.Searches>().AddScoped<Scans.IScanPart, Search.ComponentNamesPart>();
        services.AddScoped<Codebases.Codebases>().AddScoped<Codebases.CodeScanStarts>().AddScoped<Codebases.ICodebaseProbe, Codebases.CodebaseProbe>().AddSingleton<Codebases.CodebaseFiles>().AddSingleton<Codebases.ScanCaches>().AddSingleton<Codebases.TextTurns>().AddScoped<Codebases.CodebaseTexts>();
        services.AddScoped<IApplicationPart, Codebases.CodebasePart>().AddScoped<Jobs.IJobHandler, Codebases.CodeScanJob>();
        services.AddScoped<Inventory.Inventories>().AddScoped<IApplicationPart, Inventory.InventoryPart>().AddScoped<Scans.IScanPart, Inventory.FilesPart>().AddScoped<Scans.IScanPart, Inventory.ItemsPart>();
        services.AddMachines();
        // Last, since the parts before it find their rows by the application's scans.
        services.AddScoped<IApplicationPart, Scans.ScansOfApplication>();
        services.AddScoped<FirstStart>();
        return services;
    }

    // One machine keeps the keys beside its data; several share them through the database that they share anyway.
    private static void AddKeyRing(IServiceCollection services, StorageOptions options)
    {
        services.AddDataProtection().SetApplicationName("merlon");
        if (options.Database is null) services.AddSingleton<IXmlRepository>(provider => new KeyFolder(Directory.CreateDirectory(options.KeysFolder), provider.GetRequiredService<ILoggerFactory>()));
        else services.AddSingleton<IXmlRepository, KeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, repository) => keys.XmlRepository = repository);
    }
}
