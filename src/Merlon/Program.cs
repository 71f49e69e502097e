using System.CommandLine;
using Merlon;
using Merlon.Commands;
using Merlon.Core.Engines;
using Merlon.Core.Engines.Child;

// Of the server for itself, not for people: the child process in which the engines run.
if (args is [EngineCommand.Verb]) return await EngineHost.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());

var merlon = new RootCommand("How exposed are we, and what changed? One server for code and machines.")
{
    new ServeCommand(),
    new WorkCommand(),
    new DemoCommand(),
    new ScanCommand(),
    new AdvisoriesCommand(),
    new NodeCommand(),
    new LibraryCommand(),
    new TenantCommand(),
    new TokenCommand(),
    new UserCommand(),
    new BackupCommand(),
    new RestoreCommand(),
    new VersionCommand(),
};
merlon.Add(new HelpCommand(merlon));
return await CommandLine.Run(merlon, args);
