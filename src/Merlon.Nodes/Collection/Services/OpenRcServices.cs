using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.Services;

/// <summary>OpenRC (Alpine, Gentoo): scripts in /etc/init.d, runlevels as folders of links, what runs as links in /run.</summary>
static class OpenRcServices
{
    public static async Task<List<Service>> Find(CollectionContext node, CancellationToken cancellation)
    {
        var enabled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in await node.List("/etc/runlevels", cancellation))
            enabled.UnionWith(await Names(node, level.Path, cancellation));
        var running = await Names(node, "/run/openrc/started", cancellation);
        var failed = await Names(node, "/run/openrc/failed", cancellation);

        var services = new List<Service>();
        foreach (var script in (await node.List("/etc/init.d", cancellation)).Where(f => f.Kind is NodeFileKind.File or NodeFileKind.Link && !f.Name.EndsWith(".sh", StringComparison.Ordinal)))
        {
            var assignments = Assignments.Parse(await node.Text(script.Path, cancellation) ?? "");
            var state = running.Contains(script.Name) ? "running" : failed.Contains(script.Name) ? "failed" : "stopped";
            services.Add(new Service(script.Name, state, enabled.Contains(script.Name) ? "enabled" : "disabled") { Description = assignments.GetValueOrDefault("description"), Source = script.Path });
        }

        return services;
    }

    static async Task<HashSet<string>> Names(CollectionContext node, string folder, CancellationToken cancellation) =>
        [.. (await node.List(folder, cancellation)).Select(f => f.Name)];
}
