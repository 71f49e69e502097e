using System.Text.Json;
using Merlon.Core.Jobs;
using Merlon.Core.Nodes;
using Merlon.Core.Organizations;
using Merlon.Core.Storage;
using Merlon.Nodes;
using Merlon.Nodes.Transports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Snapshots;

/// <summary>Looks at a node and keeps what it saw. A job that runs twice keeps one scan: the second run finds it ended.</summary>
internal sealed partial class NodeScanJob(
    MerlonDb db, INodeCollector collector, NodeScanEnd end, JobTasks tasks, ThisMachine machine, Tenants tenants, ScratchFolders scratches, ILogger<NodeScanJob> log) : IJobHandler
{
    /// <summary>The kind of job.</summary>
    public const string JobKind = "node-scan";

    public string Kind => JobKind;

    public JobLane Lane => JobLane.Network;

    public async Task<JobEnd> Run(JobRun run, CancellationToken ct)
    {
        var key = NodeScanPayload.Read(run.Job.Payload).Scan;
        var scan = await db.Of<NodeScan>(run.Tenant).AsNoTracking().SingleOrDefaultAsync(s => s.Key == key, ct);
        if (scan is null || scan.Status.IsFinal()) return JobEnd.Done;
        var node = await db.Of<Node>(run.Tenant).AsNoTracking().SingleAsync(n => n.Key == scan.NodeKey, ct);
        if (node.Status == NodeStatus.Deleted) return await Ended(run, scan, node, Collected.Stopped(NodeScanStatus.Cancelled, "The node was deleted."), ct);

        await Tell(run, JobTaskStatus.Processing, "generate_node_scan", scan, ct);
        using var file = new ScratchFile(scratches);
        var collected = await Collect(run, scan, node, file, ct);
        if (collected.Status != NodeScanStatus.Success) return await Ended(run, scan, node, collected, ct);
        try
        {
            if (!await end.Publish(run, scan, collected.Report, file, ct)) return new JobEnd.Terminated("Another worker has taken the job.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Broke(exception, scan.Key);
            return await Ended(run, scan, node, collected with { Status = NodeScanStatus.Exception, Message = "What was found could not be kept; the server's log says why." }, ct);
        }
        await Tell(run, JobTaskStatus.Success, "upload_node_scan", scan, ct);
        return JobEnd.Done;
    }

    private async Task<Collected> Collect(JobRun run, NodeScan scan, Node node, ScratchFile file, CancellationToken ct)
    {
        if (node.Medium is not { } medium) return Refused("The node has no medium type: say how it is reached (1 is an agent).");
        if (medium == MediumType.Agent && !await machine.IsOf(run.Tenant, tenants, ct)) return Refused("No agent serves this node: the machine of the server belongs to another tenant.");
        using var json = JsonDocument.Parse(scan.ScanOptions);
        if (!NodeScanOptionsReader.TryRead(json.RootElement, out var options, out var error)) return Refused(error);
        try
        {
            var address = new NodeAddress(medium, node.MediumHostName, node.MediumPort, node.MediumUserName);
            return await collector.Collect(address, options, file.File, new SectionProgress(run), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Broke(exception, scan.Key);
            return Collected.Stopped(NodeScanStatus.Exception, "The scan stopped unexpectedly; the server's log says why.");
        }
    }

    private static Collected Refused(string why) => Collected.Stopped(NodeScanStatus.Error, why);

    private async Task<JobEnd> Ended(JobRun run, NodeScan scan, Node node, Collected collected, CancellationToken ct)
    {
        await end.Fail(run.System, scan, node, collected, ct);
        await Tell(run, TaskStatus(collected.Status), null, scan, ct, collected.Message);
        return new JobEnd.Failed(collected.Message!);
    }

    private async Task Tell(JobRun run, JobTaskStatus status, string? step, NodeScan scan, CancellationToken ct, string? message = null)
    {
        if (status == JobTaskStatus.Processing) await end.Begin(scan, ct);
        var report = await db.Of<NodeScan>(run.Tenant).Where(s => s.Key == scan.Key).Select(s => s.Report).SingleAsync(ct);
        foreach (var task in await tasks.Of(run.Job, ct)) await tasks.Change(task, status, step, message, report, ct);
    }

    private static JobTaskStatus TaskStatus(NodeScanStatus status) => status switch
    {
        NodeScanStatus.Cancelled => JobTaskStatus.Canceled,
        NodeScanStatus.Failure => JobTaskStatus.Failure,
        NodeScanStatus.Offline => JobTaskStatus.Offline,
        NodeScanStatus.Timeout => JobTaskStatus.TimedOut,
        _ => JobTaskStatus.Error,
    };

    [LoggerMessage(3101, LogLevel.Error, "Node scan {Scan} broke")]
    private partial void Broke(Exception exception, long scan);

    private sealed class SectionProgress(JobRun run) : IProgress<NodeScanEvent.SectionStarted>
    {
        public void Report(NodeScanEvent.SectionStarted value) => _ = run.Progress(90 * (value.Number - 1) / value.Of, value.Section);
    }
}
