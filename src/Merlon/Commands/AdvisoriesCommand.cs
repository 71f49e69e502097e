using System.CommandLine;
using Merlon.Advisories;
using Merlon.Core.Advisories;

namespace Merlon.Commands;

/// <summary><c>merlon advisories import</c>: brings advisories into the store that <c>serve</c> and <c>scan</c> read.</summary>
sealed class AdvisoriesCommand : Command
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "OSV archives (an ecosystem's all.zip), OSV files, folders with both, EPSS's CSV (also .gz), CISA's catalogue of known exploits.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly StoreOptions _store = new();

    public AdvisoriesCommand() : base("advisories", "What is known about vulnerable packages.")
    {
        var import = new Command("import", "Loads advisories and has what was scanned matched with them.") { _paths };
        _store.AddTo(import);
        import.SetAction(Import);
        Subcommands.Add(import);
    }

    private async Task<int> Import(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        var paths = parsed.GetValue(_paths)!;
        if (paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing) return ExitCode.Refuse($"There is no file or folder '{missing}'.");
        await using var installation = await Installation.Open(options.Storage, ct);
        var report = await Load(installation, paths, ct);
        foreach (var skipped in report.Skipped) Console.Error.WriteLine($"merlon: skipped {skipped}");
        if (report.SkippedCount > report.Skipped.Length) Console.Error.WriteLine($"merlon: skipped {report.SkippedCount - report.Skipped.Length:N0} more");
        if (report.Read == 0) return ExitCode.Refuse("No advisories were found; give OSV archives, OSV files or folders that hold them.");
        Console.WriteLine($"{report.Read:N0} advisories read, {report.Changed:N0} of them new or changed.");
        return ExitCode.Done;
    }

    private static async Task<ImportReport> Load(Installation installation, IEnumerable<string> paths, CancellationToken ct)
    {
        using var progress = new ImportProgress(TimeProvider.System);
        var import = installation.Get<AdvisoryImport>();
        var report = ImportReport.Nothing;
        foreach (var path in paths) report = report.And(await import.Load(path, ct, progress.Of(path)));
        if (report.Changed > 0) await installation.Get<RematchQueue>().QueueAll(ct);
        return report;
    }
}
