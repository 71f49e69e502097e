using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Merlon.Tests.Commands;

/// <summary>The executable, run as scripts run it.</summary>
static partial class MerlonProcess
{
    /// <summary>The checkout that the tests were built from.</summary>
    public static string Checkout { get; } = Find();

    /// <summary>Runs a command to its end.</summary>
    public static Task<CommandOutcome> Run(params string[] args) => Run([], args);

    /// <summary>Runs a command to its end with variables of the environment beside those that are there.</summary>
    public static async Task<CommandOutcome> Run(Dictionary<string, string> environment, params string[] args)
    {
        using var process = Start(environment, args);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CommandOutcome(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a command that runs until it is told to stop.</summary>
    public static Process Start(Dictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "merlon.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MERLON_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Tells a command to stop, as a service manager does, and waits until it did.</summary>
    public static async Task Stop(Process process)
    {
        const int Terminate = 15;
        Signal(process.Id, Terminate).ShouldBe(0);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Merlon.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No solution above {here}.");
    }
}

/// <summary>How a command ended.</summary>
sealed record CommandOutcome(int ExitCode, string Output, string Error)
{
    /// <summary>Standard output, after the exit code was checked; a wrong one shows standard error.</summary>
    public string Done(int exitCode = 0)
    {
        ExitCode.ShouldBe(exitCode, Error);
        return Output;
    }

    /// <summary>Standard error, after it was checked that the command refused its arguments in one line.</summary>
    public string Refused()
    {
        ExitCode.ShouldBe(2, Error);
        Output.ShouldBeEmpty();
        Error.TrimEnd().ShouldNotContain("\n");
        return Error;
    }
}
