using System.CommandLine;
using Merlon.Core.Backups;

namespace Merlon.Commands;

/// <summary><c>merlon backup FILE</c>: everything, consistent, while the server runs.</summary>
sealed class BackupCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "The archive to write; it is as secret as the installation itself." };
    private readonly StoreOptions _store = new();

    public BackupCommand() : base("backup", "Copies everything into one archive, consistent, while the server runs.")
    {
        Arguments.Add(_file);
        _store.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        Installation.MustExist(options.Storage);
        // As it is: bringing the schema up to date is not a backup's business, least of all before the backup.
        await using var installation = Installation.At(options.Storage);
        var file = parsed.GetValue(_file)!;
        var manifest = await installation.Get<Backups>().Write(file, ct);
        Console.WriteLine($"{manifest.Rows:N0} rows, {manifest.Blobs:N0} documents and {manifest.Files:N0} files are in {file}.");
        return ExitCode.Done;
    }
}
