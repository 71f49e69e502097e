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

        outcome.Done().ShouldBe("2 files of pkg:pypi/borrowed@1.0 are in the library.\n1 file of own is in the library.\n");
        Directory.Exists(Path.Combine(data, "library")).ShouldBeTrue();
    }

    [Fact]
    public async Task Add_OfNothing_IsRefusedAndMakesNothing()
    {
        var outcome = await MerlonProcess.Run("library", "add", Path.Combine(_folder.FullName, "missing"), "--data", Path.Combine(_folder.FullName, "data"));

        outcome.Refused().ShouldContain("missing");
    }

    [Fact]
    public async Task Fingerprints_GivenToTheLibrary_LetAScanKnowTheFileByThem()
    {
        var (data, list, copied) = (Path.Combine(_folder.FullName, "data"), Path.Combine(_folder.FullName, "known.wfp"), Path.Combine(_folder.CreateSubdirectory("copied").FullName, "b.py"));
        File.WriteAllText(copied, string.Concat(Enumerable.Range(0, 60).Select(i => $"value_{i} = compute(first_{i * 7}, second_{i * 13})\n")));
        (await MerlonProcess.Run("library", "fingerprints", Path.GetDirectoryName(copied)!, "--output", list)).Done();

        (await MerlonProcess.Run("library", "add", list, "--data", data)).Done().ShouldBe("1 file of known is in the library.\n");
        (await MerlonProcess.Run("scan", Path.GetDirectoryName(copied)!, "--only", "evidence", "--format", "json", "--data", data)).Done().ShouldContain("\"origin\": \"known\"");
    }

    [Fact]
    public async Task Add_OfAListThatIsNone_NamesTheLine()
    {
        var list = Path.Combine(_folder.FullName, "bad.wfp");
        File.WriteAllText(list, $"file={new string('a', 32)},12,f.c\n7=xyz\n");

        (await MerlonProcess.Run("library", "add", list, "--data", Path.Combine(_folder.FullName, "data"))).Refused().ShouldContain("line 2");
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
