using System.CommandLine;

namespace Merlon.Commands;

/// <summary><c>merlon help [COMMAND...]</c>: the same text as <c>merlon COMMAND --help</c>.</summary>
sealed class HelpCommand : Command
{
    private readonly Argument<string[]> _path = new("COMMAND") { Description = "The command to explain.", Arity = ArgumentArity.ZeroOrMore };

    public HelpCommand(RootCommand merlon) : base("help", "Explains a command.")
    {
        Arguments.Add(_path);
        SetAction((parsed, ct) =>
        {
            var path = parsed.GetValue(_path) ?? [];
            return Find(merlon, path) is null
                ? Task.FromResult(ExitCode.Refuse($"There is no command '{string.Join(' ', path)}'; 'merlon help' lists them."))
                : merlon.Parse([.. path, "--help"]).InvokeAsync(cancellationToken: ct);
        });
    }

    private static Command? Find(Command from, IEnumerable<string> path)
    {
        Command? found = from;
        foreach (var word in path) found = found?.Subcommands.FirstOrDefault(command => command.Name == word && !command.Hidden);
        return found;
    }
}
