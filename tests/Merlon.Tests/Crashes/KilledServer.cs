using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Merlon.Tests.Crashes;

/// <summary>The real executable on a data folder, killed without warning and started again.</summary>
public sealed class KilledServer : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-crash-");
    private readonly int _port = FreePort();
    private Process? _process;

    public KilledServer() => Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}"), Timeout = TimeSpan.FromMinutes(15) };

    /// <summary>Its data folder.</summary>
    public string Data => _data.FullName;

    /// <summary>Signed in as the first user by Basic.</summary>
    public HttpClient Client { get; }

    /// <summary>How often each scenario kills; the runs of record use 50 (see bench/README.md).</summary>
    public static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("MERLON_CRASH_ROUNDS"), out var rounds) ? rounds : 2;

    /// <summary>Starts without waiting.</summary>
    public void Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "merlon.dll"), "serve", "--urls", $"http://127.0.0.1:{_port}", "--data", _data.FullName])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["MERLON_ADMIN_PASSWORD"] = Password;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts and waits until it is ready.</summary>
    public async Task StartReady()
    {
        Start();
        while (true)
        {
            if (_process!.HasExited) throw new InvalidOperationException($"The server ended by itself with code {_process.ExitCode}.");
            try
            {
                using var ready = await Client.GetAsync("/health/ready");
                if (ready.StatusCode == HttpStatusCode.OK) break;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(50);
        }
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin:{Password}")));
    }

    /// <summary>Returns once the condition holds; a server that ends by itself fails the test.</summary>
    public async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            if (_process!.HasExited) throw new InvalidOperationException($"The server ended by itself with code {_process.ExitCode}.");
            await Task.Delay(10);
        }
    }

    /// <summary>The number that a query answers, asked beside the running server; 0 while there is no such table.</summary>
    public long Ask(string sql)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "merlon.db")};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException)
        {
            return 0;
        }
    }

    /// <summary>SIGKILL, now, with its children.</summary>
    public async Task Kill()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends a request that the kill may cut off; null when no answer came.</summary>
    public async Task<HttpResponseMessage?> Try(Func<HttpClient, Task<HttpResponseMessage>> send)
    {
        try
        {
            return await send(Client);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException or SocketException)
        {
            return null;
        }
    }

    /// <summary>A successful answer as JSON.</summary>
    public async Task<JsonNode> Get(string path)
    {
        using var response = await Client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>A project of the Code Insight API by name, made when missing.</summary>
    public async Task<long> Project(string name)
    {
        using var created = await Client.PostAsJsonAsync("/codeinsight/api/projects", new { name });
        return created.StatusCode == HttpStatusCode.Created
            ? (long)JsonNode.Parse(await created.Content.ReadAsStringAsync())!["id"]!
            : (long)(await Get($"/codeinsight/api/project/id?projectName={name}"))["Content: "]!;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false }) _process.Kill(entireProcessTree: true);
        _process?.WaitForExit();
        Client.Dispose();
        _data.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
