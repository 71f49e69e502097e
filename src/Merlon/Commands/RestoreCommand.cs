using System.CommandLine;
using Merlon.Core.Backups;

namespace Merlon.Commands;

/// <summary><c>merlon restore FILE</c>: what a backup holds, into an empty place on either database.</summary>
sealed class RestoreCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "An archive that 'merlon backup' wrote." };
    private readonly StoreOptions _store = new();

    public RestoreCommand() : base("restore", "Restores a backup into an empty place, be it SQLite or PostgreSQL.")
    {
        Arguments.Add(_file);
        _store.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        var file = parsed.GetValue(_file)!;
        if (!File.Exists(file)) return ExitCode.Refuse($"There is no file '{file}'.");
        await using var installation = Installation.At(options.Storage);
        if (!(await installation.Get<Restores>().Restore(file, ct)).Succeeded(out var manifest, out var refusal)) return ExitCode.Refuse(refusal);
        Console.WriteLine($"{manifest.Rows:N0} rows, {manifest.Blobs:N0} documents and {manifest.Files:N0} files of {manifest.TakenAt:u} are restored.");
        return ExitCode.Done;
    }
}
