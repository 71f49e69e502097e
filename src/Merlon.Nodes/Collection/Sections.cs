using System.Collections.Immutable;
using Merlon.Nodes.Collection.EnvironmentVariables;
using Merlon.Nodes.Collection.Files;
using Merlon.Nodes.Collection.Groups;
using Merlon.Nodes.Collection.Inventory;
using Merlon.Nodes.Collection.KernelModules;
using Merlon.Nodes.Collection.KernelParameters;
using Merlon.Nodes.Collection.Mounts;
using Merlon.Nodes.Collection.Packages;
using Merlon.Nodes.Collection.Ports;
using Merlon.Nodes.Collection.ScheduledTasks;
using Merlon.Nodes.Collection.Services;
using Merlon.Nodes.Collection.Sshd;
using Merlon.Nodes.Collection.Users;

namespace Merlon.Nodes.Collection;

/// <summary>Every section there is; a new one is a line here.</summary>
static class Sections
{
    public static ImmutableArray<SectionCollector> All { get; } =
    [
        new InventoryCollector(),
        new PackagesCollector(),
        new UsersCollector(),
        new GroupsCollector(),
        new ServicesCollector(),
        new PortsCollector(),
        new EnvironmentVariablesCollector(),
        new KernelParametersCollector(),
        new KernelModulesCollector(),
        new MountsCollector(),
        new ScheduledTasksCollector(),
        new SshdCollector(),
        new FilesCollector(),
    ];
}
