using System.Diagnostics;
using System.Text.Json;
using Merlon.Core.Engines.Child;
using Microsoft.Extensions.Logging;

namespace Merlon.Core.Engines;

/// <summary>
/// Runs an order in a child process, because native parsers crash, .NET cannot catch a stack overflow, and one upload must not take the
/// server down. Whatever the child does, the answer is an <see cref="EngineEnd"/>.
/// </summary>
public sealed partial class EngineProcess(EngineCommand command, TimeProvider time, ILogger<EngineProcess> log)
{
    // Besides the managed heap there are the code, the stacks and what native parsers allocate.
    private const double ManagedShare = 0.75;

    /// <summary>Runs <paramref name="order"/> to its end and tells <paramref name="listener"/> what the child answers.</summary>
    public async Task<EngineEnd> Run(string kind, JsonElement order, EngineLimits limits, IEngineListener listener, CancellationToken ct)
    {
        if (ct.IsCancellationRequested) return new EngineEnd.Canceled();
        using var child = Start(limits);
        Started(kind, child.Id);
        await using var watch = new EngineWatch(child, limits, time, ct);
        var answers = new EngineAnswers(child.StandardOutput.BaseStream, limits, listener);
        try
        {
            await GiveOrder(child, new EngineOrder(kind, order, limits), watch.Stopped);
            await answers.ReadAll(watch.Stopped);
            await child.WaitForExitAsync(watch.Stopped);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or OperationCanceledException && answers.ListenerFailed is null)
        {
            answers.Broken = exception is InvalidDataException ? exception.Message : null;
        }
        finally
        {
            await watch.End();
        }
        var end = watch.Reason ?? answers.EndOf(child.ExitCode, watch.Errors, limits);
        Ended(kind, child.Id, end.GetType().Name);
        return end;
    }

    private Process Start(EngineLimits limits)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in ChildRuntime.Settings((long)(limits.Memory * ManagedShare))) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"'{command.Program}' did not start.");
    }

    private static async Task GiveOrder(Process child, EngineOrder order, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(order, EngineJson.Options);
        var frame = new MemoryStream(json.Length + 5);
        EngineFrames.Write(frame, EngineFrame.Order, json);
        // The stream stays open: its end tells the child that the server is gone.
        await child.StandardInput.BaseStream.WriteAsync(frame.GetBuffer().AsMemory(0, (int)frame.Length), ct);
        await child.StandardInput.BaseStream.FlushAsync(ct);
    }

    [LoggerMessage(2301, LogLevel.Debug, "Engine {Kind} started as process {Process}")]
    private partial void Started(string kind, int process);

    [LoggerMessage(2302, LogLevel.Information, "Engine {Kind} in process {Process}: {End}")]
    private partial void Ended(string kind, int process, string end);
}
