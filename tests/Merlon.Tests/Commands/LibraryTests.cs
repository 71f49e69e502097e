using System.IO.Compression;
using System.Text;

namespace Merlon.Tests.Commands;

/// <summary><c>merlon library add</c>.</summary>
public sealed class LibraryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("merlon-library-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Add_OfAPackageAndAFolder_NamesWhatTheyAre()
    {
        var data = Path.Combine(_folder.FullName, "data");
        var outcome = await MerlonProcess.Run("library", "add", Wheel(), Own(), "--data", data);

        outcome.Done().ShouldBe("2 files of pkg:pypi/borrowed@1.0 are in the library.\n1 files of own are in the library.\n");
        Directory.Exists(Path.Combine(data, "library")).ShouldBeTrue();
    }

    [Fact]
    public async Task Add_OfNothing_IsRefusedAndMakesNothing()
    {
        var outcome = await MerlonProcess.Run("library", "add", Path.Combine(_folder.FullName, "missing"), "--data", Path.Combine(_folder.FullName, "data"));

        outcome.Refused().ShouldContain("missing");
    }

    private string Wheel()
    {
        var path = Path.Combine(_folder.FullName, "borrowed-1.0-py3-none-any.whl");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in (ReadOnlySpan<(string, string)>)[("borrowed/__init__.py", "answer = 42\n"), ("borrowed-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: borrowed\nVersion: 1.0\n")])
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
        return path;
    }

    private string Own()
    {
        var folder = _folder.CreateSubdirectory("own");
        File.WriteAllText(Path.Combine(folder.FullName, "a.py"), "answer = 43\n");
        return folder.FullName;
    }
}
