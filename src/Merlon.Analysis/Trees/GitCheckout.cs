using System.Collections.Immutable;

namespace Merlon.Analysis.Trees;

/// <summary>How a repository is fetched.</summary>
public sealed record GitOptions
{
    /// <summary>The schemes that may be used, of https, http, ssh and file.</summary>
    public ImmutableArray<string> Schemes { get; init; } = ["https", "ssh"];

    /// <summary>A branch or tag; null for the repository's default branch.</summary>
    public string? Reference { get; init; }

    /// <summary>How many commits of history are kept in <c>.git</c>; 0 for all. With 1 no <c>.git</c> is kept.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>An SSH private key file; null for what the SSH client finds itself.</summary>
    public string? SshKey { get; init; }

    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Of these, the bounds on bytes and entries count here.</summary>
    public ExpansionLimits Limits { get; init; } = new();
}

/// <summary>Makes a folder out of a git repository, by the <c>git</c> program: no prompt, no hook, no configuration of the machine or
/// user, no submodule, no large-file filter, links as plain files, and no other protocol than the address's own.</summary>
public sealed class GitCheckout(GitOptions options)
{
    /// <summary>Clones into <paramref name="destination"/>, which must not exist yet and is whole or absent afterwards.</summary>
    public async Task<ExpansionResult> Clone(
        string address, string destination, IProgress<ExpansionProgress>? progress, CancellationToken ct)
    {
        if (!GitAddress.TryParse(address, options.Schemes, out var parsed, out var why)) return new ExpansionResult.Refused("address", why);
        if (options.Reference is { } reference && !IsReference(reference))
            return new ExpansionResult.Refused("address", "The branch or tag is not a valid name.");
        using var scratch = new ScratchFolder(destination);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Timeout);
        try
        {
            return await Clone(parsed, scratch, destination, progress, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new ExpansionResult.Refused("git", $"Cloning {parsed} took longer than {options.Timeout.TotalMinutes:0} minutes.");
        }
        catch (ExpansionRefusedException e)
        {
            return new ExpansionResult.Refused(e.Code, e.Message);
        }
    }

    async Task<ExpansionResult> Clone(
        GitAddress address, ScratchFolder scratch, string destination, IProgress<ExpansionProgress>? progress, CancellationToken ct)
    {
        var git = new GitProcess(address.Scheme, options.SshKey);
        var watch = new FolderWatch(scratch.Path, options.Limits, progress);
        var cloned = await watch.While(stop => git.Run(scratch.Path, CloneArguments(address), stop), ct);
        if (cloned.ExitCode != 0) return new ExpansionResult.Refused("git", $"Cloning {address} failed: {cloned.Error(address)}");
        var head = await git.Run(scratch.Path, ["rev-parse", "HEAD"], ct);
        if (options.Depth == 1) Directory.Delete(Path.Join(scratch.Path, ".git"), recursive: true);
        var (files, bytes) = watch.Measure();
        scratch.KeepAs(destination);
        return new ExpansionResult.Expanded(destination, files, bytes, [], head.ExitCode == 0 ? head.Output.Trim() : null);
    }

    IEnumerable<string> CloneArguments(GitAddress address)
    {
        yield return "clone";
        yield return "--quiet";
        yield return "--single-branch";
        yield return "--no-tags";
        yield return "--template=";
        if (options.Depth > 0) yield return $"--depth={options.Depth}";
        if (options.Reference is { } reference) yield return $"--branch={reference}";
        yield return "--";
        yield return address.Text;
        yield return ".";
    }

    /// <summary>The part of git-check-ref-format(1) that keeps a name from being anything else.</summary>
    static bool IsReference(string name) =>
        name.Length is > 0 and <= 255 && name[0] != '-' && !name.Contains("..", StringComparison.Ordinal)
        && name.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '+' or '#' or '@');
}
