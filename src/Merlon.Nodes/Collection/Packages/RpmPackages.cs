using System.Runtime.CompilerServices;
using Merlon.Nodes.Transports;
using Merlon.Packages.Purls;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>Red Hat, SUSE and their kin. The database has had three binary forms, so that rpm itself is asked.</summary>
sealed class RpmPackages : PackageSource
{
    const string Format = @"%{NAME}\t%{EPOCHNUM}\t%{VERSION}-%{RELEASE}\t%{ARCH}\t%{SOURCERPM}\n";
    static readonly string[] Databases = ["/var/lib/rpm", "/usr/lib/sysimage/rpm"];

    public override string SubSection => "yum";

    public override async IAsyncEnumerable<InstalledPackage> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!await HasDatabase(node, cancellation)) yield break;
        var asked = await node.Transport.Run(new NodeCommand("rpm", "-qa", "--qf", Format), cancellation);
        // Debian's rpm tool brings an empty database with it; without the tool an unread database is a gap.
        if (!asked.Succeeded) node.Miss($"rpm did not list its packages: {asked.End} {asked.Error.Trim()}");
        foreach (var line in asked.Succeeded ? asked.Output.Split('\n') : [])
            if (Parse(line, node.System) is { } package) yield return package;
    }

    internal static InstalledPackage? Parse(string line, OperatingSystemFacts system)
    {
        if (line.Split('\t') is not [var name, var epoch, var version, var architecture, var source]) return null;
        if (name == "gpg-pubkey") return null;
        var qualifiers = new Dictionary<string, string>(StringComparer.Ordinal) { ["arch"] = architecture };
        if (epoch != "0") qualifiers["epoch"] = epoch;
        if (system.Version is { } release) qualifiers["distro"] = $"{system.Id}-{release}";
        if (source is not ("" or "(none)")) qualifiers["upstream"] = source;
        return new InstalledPackage(name, epoch == "0" ? version : $"{epoch}:{version}", Purl.Build("rpm", Vendor(system.Id), name, version, qualifiers))
        {
            Architecture = architecture,
            Source = source is "" or "(none)" ? null : source,
        };
    }

    /// <summary>The purl type's namespace is the vendor.</summary>
    static string Vendor(string id) => id switch
    {
        "rhel" => "redhat",
        "opensuse-leap" or "opensuse-tumbleweed" => "opensuse",
        _ => id,
    };

    static async Task<bool> HasDatabase(CollectionContext node, CancellationToken cancellation)
    {
        foreach (var folder in Databases)
            if ((await node.List(folder, cancellation)).Exists(f => f.Name is "Packages" or "Packages.db" or "rpmdb.sqlite")) return true;
        return false;
    }
}
