using System.CommandLine;
using Merlon.Analysis;

namespace Merlon.Commands;

/// <summary><c>merlon library</c>: the files of known origin that scans recognise copies of.</summary>
sealed class LibraryCommand : Command
{
    public LibraryCommand() : base("library", "The reference library: files of known origin that scans recognise copies of.")
    {
        Subcommands.Add(new LibraryAddCommand());
        Subcommands.Add(new LibraryFingerprintsCommand());
    }

    internal static void Tell(ScanNote note) => Console.Error.WriteLine($"merlon: {note.Path}: {note.Message}");
}
