using System.Diagnostics;
using Merlon.Core.Engines;
using Merlon.Core.Storage;

namespace Merlon.Server.Tests.Running;

/// <summary>The child executable of the tests, which stands beside them: engines, a worker and a migration that can be killed.</summary>
static class ChildProcess
{
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "Merlon.TestChild.dll");

    /// <summary>How a server of the tests starts its engines.</summary>
    public static EngineCommand Engine { get; } = new("dotnet", [Dll]);

    /// <summary>Starts <c>work</c> or <c>migrate</c> on a place.</summary>
    public static Process Start(string verb, StorageOptions storage) =>
        Process.Start(new ProcessStartInfo("dotnet", storage.Database is { } database ? [Dll, verb, storage.Data, database] : [Dll, verb, storage.Data]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>As <c>kill -9</c> does.</summary>
    public static async Task KillHard(this Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }
}
