using System.CommandLine;
using Merlon.Analysis.Matches;
using Merlon.Analysis.Matches.Fingerprints;
using Merlon.Reports;
using Merlon.Scanning;

namespace Merlon.Commands;

/// <summary><c>merlon library fingerprints PATH</c>: what of a tree can be compared elsewhere without giving its text away.</summary>
sealed class LibraryFingerprintsCommand : Command
{
    private readonly Argument<string> _path = new("PATH") { Description = "A folder or an archive." };
    private readonly Option<string?> _output = new("--output") { Description = "Writes there instead of to standard output.", HelpName = "FILE" };

    public LibraryFingerprintsCommand() : base("fingerprints", "Prints the fingerprints of a folder or archive in the published WFP form.")
    {
        Arguments.Add(_path);
        Options.Add(_output);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        using var target = await ScanTarget.Open(parsed.GetValue(_path)!, ct);
        foreach (var note in target.Notes) LibraryCommand.Tell(note);
        using var progress = new ScanProgress(TimeProvider.System);
        await ReportOutput.Write(parsed.GetValue(_output), async output =>
        {
            await using var text = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
            await TreeFingerprints.Of(target.Folder, (file, fingerprints) => text.Write(WfpText.Of(file.Digests.Md5, file.File.Size, file.File.Path, fingerprints)), LibraryCommand.Tell, progress, ct);
        });
        return ExitCode.Done;
    }
}
