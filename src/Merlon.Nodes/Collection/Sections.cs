using System.Collections.Immutable;
using Merlon.Nodes.Collection.Groups;
using Merlon.Nodes.Collection.Packages;
using Merlon.Nodes.Collection.Users;

namespace Merlon.Nodes.Collection;

/// <summary>Every section there is; a new one is a line here.</summary>
static class Sections
{
    public static ImmutableArray<SectionCollector> All { get; } =
    [
        new PackagesCollector(),
        new UsersCollector(),
        new GroupsCollector(),
    ];
}
