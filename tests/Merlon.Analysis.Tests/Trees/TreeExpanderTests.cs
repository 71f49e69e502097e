using System.Formats.Tar;
using System.Text;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Trees;

public sealed class TreeExpanderTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("t.tar.xz")]
    [InlineData("t.tar.zst")]
    [InlineData("t.tar.bz2")]
    [InlineData("t.7z")]
    public async Task Expand_OfAFormatTheFrameworkDoesNotWrite_GivesItsFiles(string name)
    {
        var result = await Expand(Convert.FromBase64String(TestArchives.Base64[name]), name);

        result.ShouldBeOfType<ExpansionResult.Expanded>().Files.ShouldBe(2);
        File.ReadAllText(folder.At("out/d/a.txt")).ShouldBe("hello\n");
        File.ReadAllText(folder.At("out/d/b.bin")).ShouldBe("x");
    }

    [Theory]
    [InlineData("a.zip")]
    [InlineData("a.jar")]
    [InlineData("a.tar")]
    [InlineData("a.tar.gz")]
    [InlineData("named-otherwise")]
    public async Task Expand_OfZipAndTarUnderAnyName_GivesItsFiles(string name)
    {
        var tar = TestArchives.Tar(("src/main.c", "int main;"), ("./README", "hi"));
        var archive = name.EndsWith(".gz") ? TestArchives.Gzip(tar) : name.EndsWith(".tar") ? tar : TestArchives.Zip(("src/main.c", "int main;"), ("./README", "hi"));

        var result = await Expand(archive, name);

        result.ShouldBeOfType<ExpansionResult.Expanded>().Bytes.ShouldBe(11);
        folder.Files("out").ShouldBe(["README", "src/main.c"]);
    }

    public static TheoryData<string, byte[], string> HostileArchives => new()
    {
        { "absolute path in a zip", TestArchives.Zip(("/etc/x", "x")), "hostile-path" },
        { "absolute path in a tar", TestArchives.Tar(("/etc/x", "x")), "hostile-path" },
        { "parent path", TestArchives.Zip(("ok", "x"), ("a/../../x", "x")), "hostile-path" },
        { "parent path with backslashes", TestArchives.Tar(("a\\..\\..\\x", "x")), "hostile-path" },
        { "drive", TestArchives.Zip(("C:\\x", "x")), "hostile-path" },
        { "too long a name", TestArchives.Tar((new string('n', 300), "x")), "hostile-path" },
        { "too deep", TestArchives.Tar((string.Concat(Enumerable.Repeat("d/", 200)) + "x", "x")), "hostile-path" },
        { "link to a folder above", TestArchives.Tar(TestArchives.Link(TarEntryType.SymbolicLink, "a", "../x")), "hostile-link" },
        { "link to an absolute path", TestArchives.Tar(TestArchives.Link(TarEntryType.SymbolicLink, "a", "/etc/passwd")), "hostile-link" },
        { "link that climbs further on", TestArchives.Tar(TestArchives.Link(TarEntryType.SymbolicLink, "d/a", "b/../../../x")), "hostile-link" },
        { "file behind a link", TestArchives.Tar(TestArchives.Link(TarEntryType.SymbolicLink, "a", "b"), TestArchives.File("a/x", "x")), "hostile-link" },
        { "hard link to outside", TestArchives.Tar(TestArchives.Link(TarEntryType.HardLink, "a", "/etc/passwd")), "hostile-path" },
        { "hard link to nothing", TestArchives.Tar(TestArchives.Link(TarEntryType.HardLink, "a", "b")), "hostile-link" },
        { "device", TestArchives.TarWithRawName("null"u8.ToArray(), (byte)'3'), "special-file" },
        { "pipe", TestArchives.TarWithRawName("pipe"u8.ToArray(), (byte)'6'), "special-file" },
        { "the same file twice", TestArchives.Zip(("a", "x"), ("a", "y")), "duplicate-path" },
        { "the same file twice, spelled otherwise", TestArchives.Tar(("d/a", "x"), ("d//./a", "y")), "duplicate-path" },
        { "a file as a folder", TestArchives.Zip(("a", "x"), ("a/b", "y")), "duplicate-path" },
        { "a folder as a file", TestArchives.Zip(("a/b", "x"), ("a", "y")), "duplicate-path" },
        { "no archive", "just text"u8.ToArray(), "not-an-archive" },
        { "plain gzip", TestArchives.Gzip("just text"u8.ToArray()), "not-an-archive" },
        { "empty file", [], "not-an-archive" },
        { "cut off", TestArchives.Tar(("a", new string('x', 100_000)))[..5000], "damaged" },
    };

    [Theory]
    [MemberData(nameof(HostileArchives))]
    public async Task Expand_OfAHostileArchive_IsRefusedAndNothingIsKept(string what, byte[] archive, string code)
    {
        var result = await Expand(archive, "in.bin");

        result.ShouldBeOfType<ExpansionResult.Refused>(what).Code.ShouldBe(code, $"{what}: {result}");
        folder.Files().ShouldBe(["in.bin"]);
        Directory.EnumerateDirectories(folder.Path).ShouldBeEmpty();
    }

    public static TheoryData<string, ExpansionLimits, string> Bombs => new()
    {
        { "size", new() { TotalBytes = 999_999 }, "too-large" },
        { "count", new() { Entries = 2 }, "too-many-entries" },
        { "ratio", new() { RatioFreeBytes = 1000, Ratio = 50 }, "ratio" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task Expand_PastALimit_IsRefusedAndNothingIsKept(string what, ExpansionLimits limits, string code)
    {
        var archive = TestArchives.Zip(("a", new string('0', 1_000_000)), ("b", ""), ("c", ""));

        var result = await Expand(archive, "in.zip", new() { Limits = limits });

        result.ShouldBeOfType<ExpansionResult.Refused>(what).Code.ShouldBe(code);
        folder.Files().ShouldBe(["in.zip"]);
    }

    [Fact]
    public async Task Expand_OfABombInsideAnArchive_CountsAgainstTheWhole()
    {
        var inner = TestArchives.Zip(("zeros", new string('0', 1_000_000)));
        var archive = TestArchives.Zip([("1.zip", inner), ("2.zip", inner)]);

        var result = await Expand(archive, "in.zip", new() { Level = ExpansionLevel.FirstLevel, Limits = new() { TotalBytes = 1_500_000 } });

        result.ShouldBeOfType<ExpansionResult.Refused>().Code.ShouldBe("too-large");
    }

    [Theory]
    [InlineData(ExpansionLevel.None, new[] { "lib/one.zip" })]
    [InlineData(ExpansionLevel.FirstLevel, new[] { "lib/one.zip", "lib/one/a", "lib/one/two.jar" })]
    [InlineData(ExpansionLevel.Recursive, new[] { "lib/one.zip", "lib/one/a", "lib/one/two.jar", "lib/one/two/b" })]
    public async Task Expand_ToALevel_ExpandsThatManyArchivesWithin(ExpansionLevel level, string[] expected)
    {
        var two = TestArchives.Zip(("b", "b"));
        var one = TestArchives.Zip([("a", "a"u8.ToArray()), ("two.jar", two)]);

        await Expand(TestArchives.Zip([("lib/one.zip", one)]), "in.zip", new() { Level = level });

        folder.Files("out").ShouldBe(expected);
    }

    [Fact]
    public async Task Expand_WithSuffixAndDeletion_LeavesOnlyTheSuffixedFolder()
    {
        var inner = TestArchives.Zip(("b", "b"));

        await Expand(TestArchives.Zip([("x.zip", inner), ("x/own", "own"u8.ToArray())]), "in.zip",
            new() { Level = ExpansionLevel.Recursive, DeleteArchives = true, FolderSuffix = "_Expanded" });

        folder.Files("out").ShouldBe(["x/own", "x_Expanded/b"]);
    }

    [Fact]
    public async Task Expand_WhereTheFolderNameIsTaken_KeepsBoth()
    {
        var inner = TestArchives.Zip(("b", "b"));

        await Expand(TestArchives.Zip([("x.zip", inner), ("x/own", "own"u8.ToArray())]), "in.zip", new() { Level = ExpansionLevel.Recursive });

        folder.Files("out").ShouldBe(["x.zip", "x.zip~2/b", "x/own"]);
    }

    [Theory]
    [InlineData("../out")]
    [InlineData("/etc/x")]
    public async Task Expand_OfAHostileArchiveWithinAnArchive_LeavesItAFileAndSaysSo(string path)
    {
        var result = await Expand(TestArchives.Zip([("x.zip", TestArchives.Zip(("fine", "1"), (path, "x")))]), "in.zip", new() { Level = ExpansionLevel.Recursive });

        result.ShouldBeOfType<ExpansionResult.Expanded>().Notes.ShouldHaveSingleItem().Path.ShouldBe("x.zip");
        folder.Files("out").ShouldBe(["x.zip"]);
    }

    [Fact]
    public async Task Expand_OfManyArchivesWithinEachOther_StopsAtTheDepthAndSaysSo()
    {
        var nested = TestArchives.Zip(("core", "x"));
        for (var i = 0; i < 40; i++) nested = TestArchives.Zip([("n.zip", nested)]);

        var result = await Expand(nested, "in.zip", new() { Level = ExpansionLevel.Recursive, Limits = new() { ArchiveDepth = 5 } });

        result.ShouldBeOfType<ExpansionResult.Expanded>().Notes.ShouldHaveSingleItem().Code.ShouldBe("archive-depth");
        folder.Files("out").Length.ShouldBe(6);
    }

    [Fact]
    public async Task Expand_OfLinksInsideTheTree_LeavesSymbolicOnesOutAndCopiesHardOnes()
    {
        var archive = TestArchives.Tar(
            TestArchives.File("d/a", "content"), TestArchives.Link(TarEntryType.SymbolicLink, "d/s", "../d/a"), TestArchives.Link(TarEntryType.HardLink, "h", "d/a"));

        var result = await Expand(archive, "in.tar");

        result.ShouldBeOfType<ExpansionResult.Expanded>().Notes.ShouldHaveSingleItem().Code.ShouldBe("links-left-out");
        folder.Files("out").ShouldBe(["d/a", "h"]);
        File.ReadAllText(folder.At("out/h")).ShouldBe("content");
    }

    public static TheoryData<string, byte[], string> OddNames => new()
    {
        { "UTF-8 in pax", TestArchives.Tar(("grün/日本.txt", "x")), "grün/日本.txt" },
        { "UTF-8 in zip", TestArchives.Zip(("grün/日本.txt", "x")), "grün/日本.txt" },
        { "UTF-8 bytes in ustar", TestArchives.TarWithRawName(Encoding.UTF8.GetBytes("größe")), "größe" },
        { "Latin-1 bytes in ustar", TestArchives.TarWithRawName([0x67, 0xF6, 0xDF]), "göß" },
        { "backslash as a letter", TestArchives.Tar(("a\\b", "x")), "a\\b" },
    };

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task Expand_OfNamesInAnyEncoding_KeepsThemReadable(string what, byte[] archive, string expected)
    {
        (await Expand(archive, "in.bin")).ShouldBeOfType<ExpansionResult.Expanded>(what);

        folder.Files("out").ShouldBe([expected], what);
    }

    [Fact]
    public async Task Expand_Cancelled_KeepsNothing()
    {
        using var cancel = new CancellationTokenSource();
        var archive = folder.Write("in.zip", TestArchives.Zip(("a", "1"), ("b", "2")));

        await Should.ThrowAsync<OperationCanceledException>(() =>
            new TreeExpander(new()).Expand(archive, folder.At("out"), new OnReport<ExpansionProgress>(_ => cancel.Cancel()), cancel.Token));

        folder.Files().ShouldBe(["in.zip"]);
    }

    [Theory]
    [InlineData("_Expanded", true)]
    [InlineData("", true)]
    [InlineData("123456789012345678901", false)]
    [InlineData("a/b", false)]
    [InlineData("a?", false)]
    public void WhatIsWrongWithSuffix_TellsGoodFromBad(string suffix, bool good) =>
        (ExpansionOptions.WhatIsWrongWithSuffix(suffix) is null).ShouldBe(good);

    Task<ExpansionResult> Expand(byte[] archive, string name, ExpansionOptions? options = null) =>
        new TreeExpander(options ?? new()).Expand(folder.Write(name, archive), folder.At("out"), null, TestContext.Current.CancellationToken);
}

/// <summary>Progress that is told at once, on the reporting thread.</summary>
sealed class OnReport<T>(Action<T> action) : IProgress<T>
{
    public void Report(T value) => action(value);
}
