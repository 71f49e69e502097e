using System.Formats.Tar;
using System.Text;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Trees;

public sealed class ArchivedFilesTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[], ExpansionLevel, string, string?> Archives
    {
        get
        {
            var inner = TestArchives.Zip(("deep/x.txt", "inner"));
            var outer = TestArchives.Zip([("lib/a.jar", inner), ("lib/b.txt", "outer"u8.ToArray())]);
            return new()
            {
                { "zip", TestArchives.Zip(("src/a.c", "a"), ("./src/b.c", "b")), ExpansionLevel.None, "src/b.c", "b" },
                { "tar in gzip", TestArchives.Gzip(TestArchives.Tar(("src/a.c", "a"))), ExpansionLevel.None, "src/a.c", "a" },
                { "hard link", TestArchives.Tar(TestArchives.File("a", "first"), TestArchives.Link(TarEntryType.HardLink, "b", "a")), ExpansionLevel.None, "b", "first" },
                { "hard link to itself", TestArchives.Tar(TestArchives.Link(TarEntryType.HardLink, "b", "b")), ExpansionLevel.None, "b", null },
                { "symbolic link", TestArchives.Tar(TestArchives.File("a", "first"), TestArchives.Link(TarEntryType.SymbolicLink, "b", "a")), ExpansionLevel.None, "b", null },
                { "no such file", TestArchives.Zip(("a", "a")), ExpansionLevel.None, "b", null },
                { "climbing", TestArchives.Zip(("../a", "a")), ExpansionLevel.None, "../a", null },
                { "absolute", TestArchives.Zip(("/etc/a", "a")), ExpansionLevel.None, "/etc/a", null },
                { "too long", TestArchives.Zip(("a", new string('a', 101))), ExpansionLevel.None, "a", null },
                { "beside an inner archive", outer, ExpansionLevel.Recursive, "lib/b.txt", "outer" },
                { "in an inner archive", outer, ExpansionLevel.FirstLevel, "lib/a/deep/x.txt", "inner" },
                { "in an inner archive that stayed closed", outer, ExpansionLevel.None, "lib/a/deep/x.txt", null },
                { "in two archives", TestArchives.Zip([("o.zip", outer)]), ExpansionLevel.Recursive, "o/lib/a/deep/x.txt", "inner" },
                { "in two archives of which one was opened", TestArchives.Zip([("o.zip", outer)]), ExpansionLevel.FirstLevel, "o/lib/a/deep/x.txt", null },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void Read_GivesTheFileThatExpandingWouldPutThere(string name, byte[] archive, ExpansionLevel level, string path, string? expected)
    {
        File.WriteAllBytes(folder.At("x.archive"), archive);

        var content = new ArchivedFiles(new() { Level = level }, folder.At("")).Read(folder.At("x.archive"), path, most: 100, CancellationToken.None);

        (content is null ? null : Encoding.UTF8.GetString(content)).ShouldBe(expected, name);
    }

    [Fact]
    public void Text_LeavesOutTheLinesOfASecretAndNoOther()
    {
        var text = CodeText.Of(Encoding.UTF8.GetBytes("\uFEFFfirst\r\n//registry.merlon.test/:_authToken=aK93bX0qLw82Zr5TmN1v\nlast"), ".npmrc");

        text.Lines.ShouldBe(["first", "", "last"]);
        text.SecretLines.ShouldBe([2]);
    }

    [Fact]
    public void Text_InUtf16_IsRead() =>
        CodeText.Of([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("one\ntwo\n")], "a.txt").Lines.ShouldBe(["one", "two"]);

    [Fact]
    public void Text_OfSomethingBinary_HasNoLines() => CodeText.Of([0, 1, 2, 3], "a.bin").ShouldSatisfyAllConditions(text => text.Binary.ShouldBeTrue(), text => text.Lines.ShouldBeEmpty());
}
