using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Secrets.History;

/// <summary>
/// Reads a repository by the <c>git</c> program from a git folder of our own that borrows the repository's objects. Its configuration,
/// hooks, attributes and filters are not there for git to see.
/// </summary>
internal sealed class GitReader : IDisposable
{
    private const int MostCommits = 200_000;
    private readonly DirectoryInfo _own = Directory.CreateTempSubdirectory("merlon-history-");
    private readonly GitRepository _repository;
    private Process? _contents;

    public GitReader(GitRepository repository)
    {
        _repository = repository;
        _own.CreateSubdirectory("refs");
        _own.CreateSubdirectory("objects");
        File.WriteAllText(Path.Join(_own.FullName, "HEAD"), "ref: refs/heads/none\n");
        File.WriteAllText(Path.Join(_own.FullName, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
        File.WriteAllLines(Path.Join(_own.FullName, "shallow"), repository.Shallow());
    }

    /// <summary>Each content of the history once, with the commit that brought it, the oldest commit first.</summary>
    public async IAsyncEnumerable<HistoryBlob> Blobs([EnumeratorCancellation] CancellationToken ct)
    {
        using var git = Start("log", "--stdin", "--reverse", "--topo-order", $"--max-count={MostCommits}", "--format=%x01%H%x01%an <%ae>%x01%aI", "--raw", "--no-abbrev", "--no-renames", "-c", "--root", "--no-ext-diff", "--no-textconv", "--no-color");
        try
        {
            foreach (var tip in _repository.Tips()) git.StandardInput.Write(tip + '\n');
            git.StandardInput.Close();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            HistoryCommit? commit = null;
            while (await git.StandardOutput.ReadLineAsync(ct) is { } line)
            {
                if (line.StartsWith('\u0001')) commit = CommitOf(line);
                else if (commit is not null && line.StartsWith(':') && BlobOf(line, commit) is { } blob && seen.Add(blob.Id)) yield return blob;
            }
        }
        finally
        {
            End(git);
        }
    }

    /// <summary>The content with an id; null where it is longer than the limit or missing.</summary>
    public byte[]? Content(string id, int limit)
    {
        _contents ??= Start("cat-file", "--batch");
        _contents.StandardInput.Write(id + '\n');
        _contents.StandardInput.Flush();
        var output = _contents.StandardOutput.BaseStream;
        var head = HeadLine(output).Split(' ');
        if (head.Length < 3 || !long.TryParse(head[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size)) return null;
        if (size > limit)
        {
            Skip(output, size + 1);
            return null;
        }
        var content = new byte[size];
        output.ReadExactly(content);
        output.ReadByte();
        return content;
    }

    public void Dispose()
    {
        if (_contents is { } contents)
        {
            End(contents);
            contents.Dispose();
        }
        _own.Delete(recursive: true);
    }

    private Process Start(params ReadOnlySpan<string> arguments)
    {
        var start = new GitProcess("none", null).Describe(_own.FullName, ["-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "core.attributesFile=/dev/null", $"--git-dir={_own.FullName}", .. arguments]);
        start.Environment["GIT_OBJECT_DIRECTORY"] = _repository.Objects;
        start.Environment["GIT_NO_LAZY_FETCH"] = "1";
        start.Environment["GIT_NO_REPLACE_OBJECTS"] = "1";
        start.RedirectStandardError = false;
        start.StandardOutputEncoding = Encoding.UTF8;
        return Process.Start(start)!;
    }

    private static void End(Process git)
    {
        if (!git.HasExited) git.Kill(entireProcessTree: true);
        git.WaitForExit();
    }

    private static HistoryCommit CommitOf(string line)
    {
        var parts = line.Split('\u0001');
        return new(parts[1], Clean(parts[2]), parts[3]);
    }

    // ":mode mode old new status\tpath", and with a colon, mode and id more for each further parent of a merge
    private static HistoryBlob? BlobOf(string line, HistoryCommit commit)
    {
        var tab = line.IndexOf('\t');
        if (tab < 0) return null;
        var parents = line.Length - line.AsSpan().TrimStart(':').Length;
        var fields = line[parents..tab].Split(' ');
        if (fields.Length < 2 * parents + 3) return null;
        var (mode, id) = (fields[parents], fields[2 * parents + 1]);
        return mode.StartsWith("100", StringComparison.Ordinal) && GitRepository.IsId(id) && id.AsSpan().ContainsAnyExcept('0') ? new(id, Clean(line[(tab + 1)..]).Trim('"'), commit) : null;
    }

    private static string Clean(string text) => string.Concat(text.Take(1000).Where(c => !char.IsControl(c)));

    private static string HeadLine(Stream output)
    {
        var line = new StringBuilder();
        for (var b = output.ReadByte(); b is not (-1 or '\n') && line.Length < 200; b = output.ReadByte()) line.Append((char)b);
        return line.ToString();
    }

    private static void Skip(Stream output, long bytes)
    {
        var buffer = new byte[64 * 1024];
        while (bytes > 0 && output.Read(buffer, 0, (int)Math.Min(bytes, buffer.Length)) is > 0 and var read) bytes -= read;
    }
}
