using System.Diagnostics;
using Npgsql;

namespace Merlon.Server.Tests.Running;

/// <summary>A PostgreSQL of the machine's own packages in a folder of its own, reached by a socket in that folder only.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("merlon-pg-");
    private Process? _server;

    /// <summary>Makes and starts it.</summary>
    public async Task Start()
    {
        var bin = Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(d => int.Parse(Path.GetFileName(d))).Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql");
        var asRoot = Environment.UserName == "root";
        if (asRoot) await Run("chown", "postgres", _folder.FullName);
        string[] user = asRoot ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : ["env"];
        await Run([.. user, Path.Combine(bin, "initdb"), "-D", Path.Combine(_folder.FullName, "data"), "-U", "merlon", "--auth=trust", "-E", "UTF8", "--no-sync", "-N"]);
        _server = Process.Start(new ProcessStartInfo(user[0], [.. user[1..], Path.Combine(bin, "postgres"), "-D", Path.Combine(_folder.FullName, "data"), "-k", _folder.FullName, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=300"])
        {
            RedirectStandardError = true,
            WorkingDirectory = _folder.FullName,
        })!;
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginErrorReadLine();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(Connection("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (!_server.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>The connection to an empty database that nobody else has.</summary>
    public async Task<string> NewDatabase()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
        }
        _folder.Delete(recursive: true);
    }

    private string Connection(string database) => $"Host={_folder.FullName};Username=merlon;Database={database};Maximum Pool Size=60";

    private static async Task Run(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command[0]} failed: {await error}");
    }
}
