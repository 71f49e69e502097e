using System.Runtime.CompilerServices;

namespace Merlon.Server.Tests.CodeBase;

/// <summary>The checkout that these tests were built from.</summary>
static class Checkout
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>Every source file of ours below a folder of the root, with its path from the root, in order.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    private static string Find([CallerFilePath] string here = "")
    {
        for (var folder = new DirectoryInfo(Path.GetDirectoryName(here)!); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Merlon.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No solution above {here}.");
    }
}
