using System.Runtime.CompilerServices;
using Merlon.Nodes.Transports;
using Merlon.Packages.Purls;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>.NET tools that users installed for themselves, and the SDKs' shared frameworks: both lie in folders name/version.</summary>
sealed class DotnetTools : PackageSource
{
    static readonly string[] Frameworks = ["/usr/share/dotnet/shared", "/usr/lib/dotnet/shared", "/usr/lib64/dotnet/shared"];

    public override string SubSection => "dotnet";

    public override async IAsyncEnumerable<InstalledPackage> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var roots = new List<string>(Frameworks) { "/root/.dotnet/tools/.store" };
        roots.AddRange((await node.List("/home", cancellation)).Select(home => home.Path + "/.dotnet/tools/.store"));
        foreach (var root in roots)
        {
            foreach (var package in (await node.List(root, cancellation)).Where(f => f.Kind == NodeFileKind.Folder && !f.Name.StartsWith('.')))
            {
                foreach (var version in (await node.List(package.Path, cancellation)).Where(f => f.Kind == NodeFileKind.Folder))
                    yield return new InstalledPackage(package.Name, version.Name, Purl.Build("nuget", null, package.Name, version.Name)) { Folder = root };
            }
        }
    }
}
