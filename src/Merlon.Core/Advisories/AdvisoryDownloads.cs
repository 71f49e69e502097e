using System.Net;
using Merlon.Core.Jobs;
using Merlon.Core.Outbound;
using Merlon.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Advisories;

/// <summary>
/// Downloads advisories by the clock and has stored packages matched again when anything changed. A file that did not change since the last
/// time is not transferred; one that cannot be had is told and does not keep the others from being loaded.
/// </summary>
public sealed partial class AdvisoryDownloads(
    AdvisoryOptions options, OutboundHttp outbound, AdvisoryImport import, RematchQueue rematches, MerlonDb db, StorageOptions storage, TimeProvider time, ILogger<AdvisoryDownloads> log) : IRecurringWork
{
    // How long the other side may say nothing in the middle of a file.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public string Name => "advisory-download";

    public JobLane Lane => JobLane.Network;

    public string? Cron => options.IsOn ? options.Cron : null;

    public async Task Run(CancellationToken ct)
    {
        var changed = 0L;
        foreach (var (address, name) in Files()) changed += await Fetch(address, name, ct);
        if (changed > 0) await rematches.QueueAll(ct);
    }

    private IEnumerable<(Uri Address, string Name)> Files()
    {
        if (options.Osv is { } osv)
        {
            foreach (var ecosystem in options.Ecosystems) yield return (new Uri($"{osv.ToString().TrimEnd('/')}/{Uri.EscapeDataString(ecosystem)}/all.zip"), "all.zip");
        }
        if (options.Epss is { } epss) yield return (epss, epss.AbsolutePath.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? "epss.csv.gz" : "epss.csv");
        if (options.Kev is { } kev) yield return (kev, "kev.json");
    }

    private async Task<long> Fetch(Uri address, string name, CancellationToken ct)
    {
        var row = await db.Shared<AdvisoryDownload>().SingleOrDefaultAsync(d => d.Address == address.ToString(), ct);
        if (row is null) db.Add(row = new AdvisoryDownload { Address = address.ToString(), At = time.GetUtcNow() });
        var changed = 0L;
        try
        {
            changed = await Fetch(address, name, row, ct);
            row.Problem = null;
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or InvalidDataException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            row.Problem = problem.Message;
            NotFetched(address, problem.Message);
        }
        row.At = time.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return changed;
    }

    private async Task<long> Fetch(Uri address, string name, AdvisoryDownload row, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (row.Tag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var client = outbound.Client();
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.StatusCode == HttpStatusCode.NotModified) return 0;
        response.EnsureSuccessStatusCode();
        var folder = Directory.CreateDirectory(Path.Combine(storage.Data, "downloads", Guid.CreateVersion7(time.GetUtcNow()).ToString("N")));
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await Save(response, file, ct);
            var report = await import.Load(file, ct);
            if (report.Read == 0) throw new InvalidDataException(report.Skipped is [var first, ..] ? first : "The file holds no advisories.");
            row.Tag = response.Headers.ETag?.ToString();
            return report.Changed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task Save(HttpResponseMessage response, string file, CancellationToken ct)
    {
        await using var content = await response.Content.ReadAsStreamAsync(ct);
        await using var target = File.Create(file);
        var buffer = new byte[1 << 17];
        long length = 0;
        int read;
        while ((read = await ReadSome(content, buffer, ct)) > 0)
        {
            if ((length += read) > options.LargestFile) throw new InvalidDataException($"The file is larger than {options.LargestFile} bytes.");
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
    }

    private async Task<int> ReadSome(Stream content, byte[] buffer, CancellationToken ct)
    {
        using var silence = new CancellationTokenSource(Silence, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, silence.Token);
        try
        {
            return await content.ReadAsync(buffer, both.Token);
        }
        catch (OperationCanceledException silent) when (!ct.IsCancellationRequested)
        {
            throw new IOException($"Nothing more came for {Silence.TotalMinutes:0} minutes.", silent);
        }
    }

    [LoggerMessage(2601, LogLevel.Warning, "Advisories from {Address} were not loaded: {Problem}")]
    private partial void NotFetched(Uri address, string problem);
}
