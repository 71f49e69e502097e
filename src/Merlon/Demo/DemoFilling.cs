using System.IO.Compression;
using Merlon.Core.Advisories;
using Merlon.Core.Applications;
using Merlon.Core.Codebases;
using Merlon.Core.Hosting;
using Merlon.Core.Identity;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Core.Snapshots;
using Merlon.Nodes.Transports;

namespace Merlon.Demo;

/// <summary>Fills an empty installation with what the sample applications and this machine really are, by the same calls that the APIs make.</summary>
sealed class DemoFilling(IServiceProvider services, TimeProvider time)
{
    private static readonly string[] Languages = ["java", "csharp", "javascript", "typescript", "python", "go"];
    private static readonly JobStatus[] Open = [JobStatus.New, JobStatus.Scheduled, JobStatus.Active, JobStatus.Waiting];
    private Caller? _system;

    /// <summary>Whose installation it is; known once <see cref="IsNeeded"/> has run.</summary>
    public TenantId Tenant => _system!.Tenant;

    /// <summary>Where the samples lie beside the executable.</summary>
    public static string Samples => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>True when there is neither an application nor a node yet.</summary>
    public async Task<bool> IsNeeded(CancellationToken ct)
    {
        _system = Caller.System(await Get<FirstStart>().Tenant(ct));
        return (await Get<Applications>().All(_system, ct)).Count == 0 && (await Get<NodeRegister>().Count(null, _system, ct)).Total == 0;
    }

    /// <summary>Brings in the samples' advisories, makes one application per sample and a node for this machine, scans them all and waits until that is done.</summary>
    public async Task Fill(CancellationToken ct)
    {
        // First, so that every package is judged at its first scan.
        await Get<AdvisoryImport>().Load(Path.Combine(Samples, "advisories"), ct);
        Console.WriteLine($"Scanning {Languages.Length} sample applications and this machine ...");
        foreach (var language in Languages) Say(language, await ScanSample(language, ct));
        Say("this machine", await ScanThisMachine(ct));
        await Finish(ct);
    }

    private Task<Outcome<Job>> ScanSample(string language, CancellationToken ct) =>
        Get<Applications>().Create(new ApplicationDraft($"sample-{language}") { Description = $"A sample application in {language}, with real faults" }, _system!, ct)
            .Then(application => Upload(application, language, ct))
            .Then(application => Get<CodeScanStarts>().Start(application, full: true, _system!, ct));

    private async Task<Outcome<Application>> Upload(Application application, string language, CancellationToken ct)
    {
        using var archive = new MemoryStream();
        await ZipFile.CreateFromDirectoryAsync(Path.Combine(Samples, language), archive, ct);
        archive.Position = 0;
        var upload = await Get<Codebases>().Upload(application, new UploadDraft(), archive, _system!, ct);
        return upload.Map(_ => application);
    }

    private Task<Outcome<NodeScan>> ScanThisMachine(CancellationToken ct)
    {
        var draft = new NodeDraft { Name = new(Environment.MachineName), Medium = new((int)MediumType.Agent), ShortDescription = new("The machine that Merlon runs on") };
        return Get<NodeRegister>().Create(draft, _system!, ct).Then(node => Get<NodeScans>().Start(node, "demo", _system!, ct));
    }

    private async Task Finish(CancellationToken ct)
    {
        using var line = new StatusLine(time);
        while ((await Get<Jobs>().List(new JobFilter { Statuses = [.. Open] }, _system!, ct)) is { Count: > 0 } open)
        {
            line.Show($"{open.Count} scans to go");
            await Task.Delay(TimeSpan.FromMilliseconds(300), time, ct);
        }
        foreach (var failed in await Get<Jobs>().List(new JobFilter { Statuses = [JobStatus.Failed, JobStatus.Terminated] }, _system!, ct))
            Console.Error.WriteLine($"merlon: {failed.SourceName} is not scanned: {failed.Error}");
    }

    private static void Say<T>(string what, Outcome<T> outcome)
    {
        if (outcome.Refusal is { } refusal) Console.Error.WriteLine($"merlon: {what} is not scanned: {refusal}");
    }

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();
}
