using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Merlon.Nodes.Transports.Local;

/// <summary>Runs a program of this machine within its limits; whatever it started is ended with it.</summary>
static class LocalCommand
{
    const int ErrorLimit = 16 * 1024;

    public static async Task<CommandResult> Run(NodeCommand command, CancellationToken cancellation)
    {
        using var process = new Process { StartInfo = Start(command) };
        try { process.Start(); }
        catch (Win32Exception error) { return new CommandResult(CommandEnd.NotFound, 0, "", error.Message); }

        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(command.TimeLimit);
        try
        {
            var error = Drain(process.StandardError.BaseStream, ErrorLimit, limit.Token);
            var output = await Read(process.StandardOutput.BaseStream, command.OutputLimit, limit.Token);
            if (output is null) return new CommandResult(CommandEnd.TooMuchOutput, 0, "", $"{command.Program} printed more than {command.OutputLimit} bytes.");
            await process.WaitForExitAsync(limit.Token);
            return new CommandResult(CommandEnd.Exited, process.ExitCode, output, await error);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CommandResult(CommandEnd.TimedOut, 0, "", $"{command.Program} took longer than {command.TimeLimit.TotalSeconds:F0} s.");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    static ProcessStartInfo Start(NodeCommand command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>All of it as text, or null when it is more than the limit.</summary>
    static async Task<string?> Read(Stream stream, int limit, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is var count and > 0)
        {
            if (kept.Length + count > limit) return null;
            kept.Write(buffer, 0, count);
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }

    /// <summary>Reads to the end, so that the program never waits for us, and keeps the beginning.</summary>
    static async Task<string> Drain(Stream stream, int limit, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer, cancellation) is var count and > 0)
            kept.Write(buffer, 0, (int)Math.Min(count, limit - kept.Length));
        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
