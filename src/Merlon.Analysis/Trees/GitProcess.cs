using System.Diagnostics;

namespace Merlon.Analysis.Trees;

/// <summary>Runs <c>git</c> shut off from the machine's configuration and from every way to run another program.</summary>
sealed class GitProcess(string scheme, string? sshKey)
{
    const int OutputLimit = 64 * 1024;

    /// <summary>What a run of git said.</summary>
    public sealed record Result(int ExitCode, string Output, string Errors)
    {
        /// <summary>The last line git wrote, with the address's secrets taken out.</summary>
        public string Error(GitAddress address) =>
            Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("git gave no reason")
                .Replace(address.Text, address.ToString(), StringComparison.Ordinal);
    }

    public async Task<Result> Run(string folder, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(Describe(folder, arguments))!;
        try
        {
            process.StandardInput.Close();
            var output = ReadBounded(process.StandardOutput, ct);
            var errors = ReadBounded(process.StandardError, ct);
            await process.WaitForExitAsync(ct);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>How git is started; callers that stream start it themselves.</summary>
    public ProcessStartInfo Describe(string folder, IEnumerable<string> arguments)
    {
        string[] settings =
        [
            "protocol.allow=never", $"protocol.{scheme}.allow=always", "core.hooksPath=/dev/null", "core.symlinks=false", "core.fsmonitor=false",
            "core.autocrlf=false", "submodule.recurse=false", "credential.helper=", "transfer.fsckObjects=true", "http.followRedirects=initial",
            "advice.detachedHead=false", "safe.directory=*",
        ];
        var start = new ProcessStartInfo("git", settings.SelectMany(s => new[] { "-c", s }).Concat(arguments))
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("GIT_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_ALLOW_PROTOCOL"] = scheme;
        start.Environment["GIT_ASKPASS"] = "/bin/false";
        start.Environment["SSH_ASKPASS"] = "/bin/false";
        start.Environment["GIT_LFS_SKIP_SMUDGE"] = "1";
        start.Environment["LC_ALL"] = "C";
        start.Environment["GIT_SSH_COMMAND"] = "ssh -o BatchMode=yes" + (sshKey is null ? "" : $" -o IdentitiesOnly=yes -i '{sshKey.Replace("'", "'\\''")}'");
        return start;
    }

    static async Task<string> ReadBounded(StreamReader reader, CancellationToken ct)
    {
        var kept = new char[OutputLimit];
        var length = await reader.ReadBlockAsync(kept, ct);
        var rest = new char[4096];
        while (await reader.ReadAsync(rest, ct) > 0) { }
        return new(kept, 0, length);
    }
}
