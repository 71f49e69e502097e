using System.CommandLine;

namespace Merlon;

/// <summary>Runs a command line and turns whatever comes of it into an exit code that scripts can rely on.</summary>
static class CommandLine
{
    // Longer than the server's own grace period, so that it ends by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>Parses and runs <paramref name="args"/>; a wrong argument is one line on standard error.</summary>
    public static async Task<int> Run(RootCommand merlon, string[] args)
    {
        RemoveVersionOption(merlon);
        var parsed = merlon.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0 && !AsksForHelp(args)) return ExitCode.Refuse(Sentence(parsed));
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Grace });
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Broken;
        }
        catch (InputException wrong)
        {
            return ExitCode.Refuse(wrong.Message);
        }
        catch (Exception exception)
        {
            return ExitCode.Fail(exception);
        }
    }

    // "merlon version" says it; two ways to ask are one too many.
    private static void RemoveVersionOption(RootCommand merlon)
    {
        foreach (var version in merlon.Options.OfType<VersionOption>().ToList()) merlon.Options.Remove(version);
    }

    private static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    private static string Sentence(ParseResult parsed)
    {
        var command = string.Join(' ', parsed.CommandResult.PathOf());
        return $"{string.Join(' ', parsed.Errors.Select(error => Plain(error.Message).TrimEnd('.') + '.').Distinct())} 'merlon help{(command.Length == 0 ? "" : " " + command)}' shows what is possible.";
    }

    // The library goes on with the name of a type.
    private static string Plain(string message) => message.IndexOf(" as expected type", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;

    // The words that lead to the command, without the executable's own name.
    private static IEnumerable<string> PathOf(this System.CommandLine.Parsing.SymbolResult? result)
    {
        for (var path = new Stack<string>(); ; result = result.Parent)
        {
            if (result is not System.CommandLine.Parsing.CommandResult { Command: not RootCommand } command) return path;
            path.Push(command.Command.Name);
        }
    }
}
