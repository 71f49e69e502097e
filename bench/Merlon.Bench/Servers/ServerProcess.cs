using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Merlon.Bench.Servers;

/// <summary>The executable that <c>./merlon</c> built, serving on a folder of its own, as users start it.</summary>
sealed class ServerProcess : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly Process _process;

    private ServerProcess(Process process, HttpClient client, TimeSpan ready) => (_process, Client, Ready) = (process, client, ready);

    public int Id => _process.Id;

    /// <summary>Signed in as the first user.</summary>
    public HttpClient Client { get; }

    /// <summary>From the start of the process to the first good answer of <c>/health/ready</c>.</summary>
    public TimeSpan Ready { get; }

    /// <summary>The newest build under <c>.build</c>, or what <c>--server</c> names.</summary>
    public static string Executable(Arguments arguments) => arguments.Text("server")
        ?? new DirectoryInfo(".build").EnumerateDirectories("merlon-*").Select(d => new FileInfo(Path.Combine(d.FullName, "merlon"))).Where(f => f.Exists).MaxBy(f => f.LastWriteTimeUtc)?.FullName
        ?? throw new InvalidOperationException("Run ./merlon version first: it builds the server.");

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ServerProcess> Start(Arguments arguments, string data)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(Executable(arguments), ["serve", "--urls", address, "--data", data]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (arguments.Text("database") is { } database) start.ArgumentList.Add($"--database={database}");
        start.Environment["MERLON_ADMIN_PASSWORD"] = Password;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromHours(1) };
        while (!await IsReady(client))
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended by itself with code {process.ExitCode}.");
            await Task.Delay(5);
        }
        var ready = watch.Elapsed;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Password}")));
        return new(process, client, ready);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        Client.Dispose();
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
