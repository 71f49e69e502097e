using System.Text;

namespace Merlon.Analysis.Tests.Trees;

/// <summary>A folder of its own for one test, gone when the test is over.</summary>
sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("merlon-test-").FullName;

    public string At(string relative) => System.IO.Path.Join(Path, relative);

    public string Write(string relative, string text) => Write(relative, Encoding.UTF8.GetBytes(text));

    public string Write(string relative, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(relative))!);
        File.WriteAllBytes(At(relative), content);
        return At(relative);
    }

    /// <summary>The relative paths of all files below, in ordinal order.</summary>
    public string[] Files(string below = "") =>
        [.. Directory.EnumerateFiles(At(below), "*", SearchOption.AllDirectories).Select(f => System.IO.Path.GetRelativePath(At(below), f)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
