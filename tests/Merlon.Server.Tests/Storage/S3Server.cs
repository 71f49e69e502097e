using System.Diagnostics;
using System.Text.RegularExpressions;
using Merlon.Core.Blobs;

namespace Merlon.Server.Tests.Storage;

/// <summary>An S3-compatible store (npm s3rver) on a port of its own, with a bucket <c>merlon</c>.</summary>
public sealed partial class S3Server : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-s3-");
    private Process? _server;
    private string _address = "";

    /// <summary>A place in the bucket that no other test uses.</summary>
    public S3Place NewPlace() => S3Place.Parse($"s3://merlon/{Guid.NewGuid():N}", name => name switch
    {
        "AWS_ENDPOINT_URL_S3" => _address,
        "AWS_ACCESS_KEY_ID" => "S3RVER",
        "AWS_SECRET_ACCESS_KEY" => "S3RVER",
        _ => null,
    });

    public async ValueTask InitializeAsync()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "S3");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            using var install = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]) { WorkingDirectory = folder })!;
            await install.WaitForExitAsync();
            install.ExitCode.ShouldBe(0, "npm ci");
        }
        _server = Process.Start(new ProcessStartInfo("node", [Path.Combine("node_modules", ".bin", "s3rver"), "--directory", _data.FullName, "--address", "127.0.0.1", "--port", "0", "--configure-bucket", "merlon"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var address = new TaskCompletionSource<string>();
        _server.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) address.TrySetException(new InvalidOperationException("s3rver ended."));
            else if (Listening().Match(line.Data) is { Success: true } match) address.TrySetResult($"http://127.0.0.1:{match.Groups[1].Value}");
        };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        _address = await address.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
        }
        _server?.Dispose();
        _data.Delete(recursive: true);
    }

    [GeneratedRegex(@"listening on \S*?:(\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex Listening();
}
