using System.CommandLine;
using Merlon.Analysis.Matches;
using Merlon.Analysis.Matches.Library;
using Merlon.Scanning;

namespace Merlon.Commands;

/// <summary><c>merlon library add PATH...</c>: adds the files of folders, archives and packages.</summary>
sealed class LibraryAddCommand : Command
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "A folder, an archive, a package or a list of fingerprints (.wfp).", Arity = ArgumentArity.OneOrMore };
    private readonly StoreOptions _store = new();

    public LibraryAddCommand() : base("add", "Adds the files of a folder, archive or package to the reference library.")
    {
        Arguments.Add(_paths);
        _store.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        using var builder = Open(options.Storage.LibraryFolder);
        using var progress = new ScanProgress(TimeProvider.System);
        foreach (var path in parsed.GetValue(_paths)!)
        {
            var (origin, files) = IsPublished(path) ? Published(builder, path, ct) : await Tree(builder, path, progress, ct);
            builder.Flush();
            Console.WriteLine($"{files:N0} {(files == 1 ? "file of" : "files of")} {origin} {(files == 1 ? "is" : "are")} in the library.");
        }
        return ExitCode.Done;
    }

    private static bool IsPublished(string path) => path.EndsWith(".wfp", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    private static async Task<(string Origin, long Files)> Tree(LibraryBuilder builder, string path, ScanProgress progress, CancellationToken ct)
    {
        using var target = await ScanTarget.Open(path, ct);
        foreach (var note in target.Notes) LibraryCommand.Tell(note);
        return await LibraryLoader.Add(builder, path, target.Folder, LibraryCommand.Tell, progress, ct);
    }

    private static (string Origin, long Files) Published(LibraryBuilder builder, string path, CancellationToken ct)
    {
        try
        {
            return LibraryLoader.AddPublished(builder, path, ct);
        }
        catch (FormatException exception)
        {
            throw new InputException($"'{path}' is no list of fingerprints: {exception.Message}.");
        }
    }

    private static LibraryBuilder Open(string folder)
    {
        try
        {
            return new LibraryBuilder(folder);
        }
        catch (IOException exception) when (File.Exists(Path.Combine(folder, LibraryHold.FileName)))
        {
            throw new InputException($"The library in '{folder}' cannot be added to now: {exception.Message}");
        }
    }
}
