using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.Services;

/// <summary>systemd's services: asked from the manager where it runs, read from unit files where it does not.</summary>
static class SystemdServices
{
    const string Suffix = ".service";
    static readonly string[] UnitFolders = ["/etc/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system"];

    public static async Task<IEnumerable<Service>> Ask(CollectionContext node, CancellationToken cancellation)
    {
        var shown = await node.Transport.Run(
            new NodeCommand("systemctl", "show", "*" + Suffix, "--all", "--no-pager", "--property=Id,Description,LoadState,ActiveState,SubState,UnitFileState,FragmentPath,User"),
            cancellation);
        var files = await node.Transport.Run(new NodeCommand("systemctl", "list-unit-files", "--type=service", "--no-legend", "--no-pager", "--plain"), cancellation);
        if (!shown.Succeeded || !files.Succeeded) node.Miss($"systemctl did not answer: {shown.End} {shown.Error.Trim()} {files.Error.Trim()}");
        return [.. Shown(shown.Output), .. Listed(files.Output)];
    }

    /// <summary>Paragraphs of Name=value, one per loaded unit. Instances of a template (getty@tty1) come and go and are left to it.</summary>
    internal static IEnumerable<Service> Shown(string output)
    {
        foreach (var paragraph in output.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var unit = Assignments.Parse(paragraph);
            if (unit.GetValueOrDefault("LoadState") != "loaded" || !unit.TryGetValue("Id", out var id) || !id.EndsWith(Suffix, StringComparison.Ordinal)) continue;
            yield return new Service(id[..^Suffix.Length], State(unit.GetValueOrDefault("ActiveState"), unit.GetValueOrDefault("SubState")), Known(unit, "UnitFileState") ?? "static")
            {
                Description = Known(unit, "Description"),
                SystemdType = "service",
                User = Known(unit, "User"),
                Source = Known(unit, "FragmentPath"),
            };
        }
    }

    /// <summary>Installed but not loaded units: name and state in columns.</summary>
    internal static IEnumerable<Service> Listed(string output)
    {
        foreach (var line in output.Split('\n'))
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var file, var enabled, ..] && file.EndsWith(Suffix, StringComparison.Ordinal) && enabled != "alias")
                yield return new Service(file[..^Suffix.Length], "stopped", enabled) { SystemdType = "service" };
    }

    public static async Task<List<Service>> Files(CollectionContext node, CancellationToken cancellation)
    {
        var enabled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wants in (await node.List(UnitFolders[0], cancellation)).Where(f => f.Name.EndsWith(".wants", StringComparison.Ordinal)))
            enabled.UnionWith((await node.List(wants.Path, cancellation)).Select(f => f.Name));

        var services = new List<Service>();
        foreach (var folder in UnitFolders)
            foreach (var file in (await node.List(folder, cancellation)).Where(f => f.Name.EndsWith(Suffix, StringComparison.Ordinal) && f.Kind == NodeFileKind.File))
                if (await node.Text(file.Path, cancellation) is { } text)
                    services.Add(FromFile(file, Assignments.Parse(text), enabled.Contains(file.Name)));
        return services;
    }

    static Service FromFile(NodeFile file, Dictionary<string, string> unit, bool enabled) =>
        new(file.Name[..^Suffix.Length], Service.Unknown, enabled ? "enabled" : unit.ContainsKey("WantedBy") ? "disabled" : "static")
        {
            Description = Known(unit, "Description"),
            SystemdType = "service",
            User = Known(unit, "User"),
            Source = file.Path,
        };

    static string State(string? active, string? sub) => (active, sub) switch
    {
        (_, "exited") => "exited",
        ("active" or "activating" or "reloading", _) => "running",
        ("failed", _) => "failed",
        _ => "stopped",
    };

    static string? Known(Dictionary<string, string> unit, string name) => unit.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
