using System.Security.Cryptography;

namespace Merlon.Server.Pages.Assets;

/// <summary>A file that pages refer to. It lives in the assembly, and its address changes with its content, so that browsers may keep it for ever.</summary>
sealed class Asset
{
    /// <summary>How the pages look.</summary>
    public static readonly Asset Stylesheet = new("merlon.css", "text/css; charset=utf-8");

    /// <summary>The mark of the house.</summary>
    public static readonly Asset Icon = new("merlon.svg", "image/svg+xml");

    private Asset(string name, string type)
    {
        (Name, Type) = (name, type);
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"Merlon.Server.Pages.Assets.{name}") ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        Content = new byte[stream.Length];
        stream.ReadExactly(Content);
        Address = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}/{name}";
    }

    public string Name { get; }
    public string Type { get; }
    public byte[] Content { get; }

    /// <summary>Where it is served.</summary>
    public string Address { get; }
}
