using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.Services;

/// <summary>Scripts in /etc/init.d, with what their header says (LSB) and whether a start link is in a multi-user runlevel.</summary>
static class InitScripts
{
    static readonly string[] Runlevels = ["/etc/rc2.d", "/etc/rc3.d", "/etc/rc4.d", "/etc/rc5.d"];
    static readonly HashSet<string> NotServices = new(StringComparer.Ordinal) { "README", "functions", "skeleton", "rc", "rcS", "halt", "reboot", "single", "killall", "sendsigs", "umountfs", "umountroot" };

    public static async Task<List<Service>> Find(CollectionContext node, CancellationToken cancellation)
    {
        var started = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in Runlevels)
            started.UnionWith((await node.List(level, cancellation)).Select(link => link.Name).Where(name => name.Length > 3 && name[0] == 'S').Select(name => name[3..]));

        var services = new List<Service>();
        foreach (var script in (await node.List("/etc/init.d", cancellation)).Where(IsScript))
        {
            var text = await node.Text(script.Path, cancellation) ?? "";
            services.Add(new Service(script.Name, Service.Unknown, started.Contains(script.Name) ? "enabled" : "disabled") { Description = Description(text), Source = script.Path });
        }

        return services;
    }

    static bool IsScript(NodeFile file) =>
        file.Kind is NodeFileKind.File or NodeFileKind.Link && !NotServices.Contains(file.Name) && !file.Name.Contains('.', StringComparison.Ordinal);

    static string? Description(string script)
    {
        const string Field = "# Short-Description:";
        var line = script.Split('\n').FirstOrDefault(l => l.StartsWith(Field, StringComparison.Ordinal));
        return line?[Field.Length..].Trim();
    }
}
