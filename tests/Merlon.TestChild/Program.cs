using Merlon.Core.Engines.Child;
using Merlon.TestChild;

// What the tests run as a process of its own, to see it crash or to kill it.
switch (args)
{
    case []:
        return await EngineHost.Run(Console.OpenStandardInput(), Console.OpenStandardOutput(), [.. EngineHost.Engines, .. Misbehaving.All]);
    case ["work", var data, .. var database]:
        await Working.Run(data, database.SingleOrDefault());
        return 0;
    case ["migrate", var data, .. var database]:
        await Working.Migrate(data, database.SingleOrDefault());
        return 0;
    default:
        return 2;
}
