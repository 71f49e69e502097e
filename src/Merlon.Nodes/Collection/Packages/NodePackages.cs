using System.Runtime.CompilerServices;
using System.Text.Json;
using Merlon.Nodes.Transports;
using Merlon.Packages.Purls;

namespace Merlon.Nodes.Collection.Packages;

/// <summary>npm packages installed for everyone: the folders of node's prefix, each with its package.json.</summary>
sealed class NodePackages : PackageSource
{
    const int ManifestLimit = 1024 * 1024;
    static readonly string[] Roots = ["/usr/lib/node_modules", "/usr/local/lib/node_modules"];

    public override string SubSection => "npm";

    public override async IAsyncEnumerable<InstalledPackage> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var root in Roots)
        {
            foreach (var folder in await node.List(root, cancellation))
            {
                var scoped = folder.Name.StartsWith('@');
                foreach (var home in scoped ? await node.List(folder.Path, cancellation) : [folder])
                    if (await Read(node, home.Path, cancellation) is { } package) yield return package;
            }
        }
    }

    static async Task<InstalledPackage?> Read(CollectionContext node, string folder, CancellationToken cancellation)
    {
        var manifest = await node.Transport.ReadFile(folder + "/package.json", ManifestLimit, cancellation);
        return manifest is { State: FileState.Read, Cut: false } ? Parse(manifest.Bytes, folder) : null;
    }

    internal static InstalledPackage? Parse(ReadOnlyMemory<byte> manifest, string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(manifest);
            if (Text(json.RootElement, "name") is not { } full || Text(json.RootElement, "version") is not { } version) return null;
            var slash = full.LastIndexOf('/');
            return new InstalledPackage(full, version, Purl.Build("npm", slash < 0 ? null : full[..slash], full[(slash + 1)..], version)) { Folder = folder };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
