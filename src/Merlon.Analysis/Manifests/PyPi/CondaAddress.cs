namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>What the address of a package in a conda channel says: HOST/CHANNEL/PLATFORM/NAME-VERSION-BUILD.conda (or .tar.bz2).</summary>
static class CondaAddress
{
    /// <summary>The channel, such as conda-forge, or null.</summary>
    public static string? Channel(string address) => address.Split('/') is [_, _, _, .., var channel, _, _] ? channel : null;

    /// <summary>Name and version, or null for an address of another form.</summary>
    public static (string Name, string Version)? Package(string address)
    {
        var file = address[(address.LastIndexOf('/') + 1)..];
        var bare = file.EndsWith(".conda") ? file[..^6] : file.EndsWith(".tar.bz2") ? file[..^8] : "";
        return bare.Split('-') is [.. var name, var version, _] && name.Length > 0 ? (string.Join('-', name), version) : null;
    }
}
