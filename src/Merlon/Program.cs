using System.CommandLine;
using Merlon;
using Merlon.Commands;

var merlon = new RootCommand("How exposed are we, and what changed? One server for code and machines.")
{
    new ServeCommand(),
    new WorkCommand(),
    new ScanCommand(),
    new NodeCommand(),
    new TokenCommand(),
    new UserCommand(),
    new VersionCommand(),
};
merlon.Add(new HelpCommand(merlon));
return await CommandLine.Run(merlon, args);
