using Merlon.Analysis.Matches;
using Merlon.Analysis.Matches.Fingerprints;
using Merlon.Analysis.Matches.Library;
using Merlon.Analysis.Tests.Trees;

namespace Merlon.Analysis.Tests.Matches;

public sealed class MatchScannerTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Library => Path.Combine(_folder.Path, "library");

    // A source file that no other seed gives a line of.
    private static string Code(int seed, int functions = 30)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, functions).Select(n => $"static long step_{random.Next()}_{n}(long a, long b) {{\n    long c = a * {random.Next()} ^ b;\n    return c % {random.Next()} + step_{random.Next()}(b);\n}}\n\n"));
    }

    private async Task Add(string name, params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files) _folder.Write($"{name}/{path}", text);
        using var builder = new LibraryBuilder(Library);
        await LibraryLoader.Add(builder, Path.Combine(_folder.Path, name), Path.Combine(_folder.Path, name), _ => { }, null, CancellationToken.None);
        builder.Flush();
    }

    private async Task<IReadOnlyList<MatchEvidence>> Scan(string text)
    {
        _folder.Write("scanned/file.c", text);
        using var library = ReferenceLibrary.Open(Library);
        var results = await new CodeScan([new MatchScanner(library)]).Run(Path.Combine(_folder.Path, "scanned"), new CodeScanOptions()).ToListAsync();
        return results.OfType<ScannedFile>().ShouldHaveSingleItem().Matches;
    }

    [Fact]
    public async Task Scan_OfACopy_NamesEveryPackageThatHasTheFile()
    {
        await Add("first", ("src/a.c", Code(1)), ("package.json", """{"name":"@org/first","version":"1.2.0"}"""));
        await Add("second", ("b.c", Code(1)));

        var matches = await Scan(Code(1));

        matches.ShouldBe([new("pkg:npm/%40org/first@1.2.0", "src/a.c", true, null, null, null, 100), new("second", "b.c", true, null, null, null, 100)], ignoreOrder: true);
    }

    [Fact]
    public async Task Scan_OfAFunctionCopiedAmongOthers_NamesItsSourceAndLines()
    {
        await Add("lib", ("a.c", Code(1)), ("b.c", Code(2)), ("c.c", Code(3)));
        var copied = Code(2).Split('\n')[40..90];

        var match = (await Scan($"{Code(10, 20)}\n{string.Join('\n', copied.Select(line => "\t" + line.TrimStart()))}\n{Code(11, 20)}")).ShouldHaveSingleItem();

        (match.Origin, match.Source, match.Whole).ShouldBe(("lib", "b.c", false));
        // Twenty functions of five lines and an empty one stand before it.
        match.StartLine!.Value.ShouldBeInRange(101, 110);
        match.EndLine!.Value.ShouldBeInRange(140, 152);
        match.SourceLine!.Value.ShouldBeInRange(41, 50);
        match.Share.ShouldBeInRange(15, 30);
    }

    [Fact]
    public async Task Scan_OfPartsOfTwoFiles_NamesBoth()
    {
        await Add("lib", ("a.c", Code(1)), ("b.c", Code(2)));

        var matches = await Scan(Code(1, 15) + Code(20, 3) + Code(2, 20));

        matches.Select(m => m.Source).ShouldBe(["b.c", "a.c"]);
    }

    [Fact]
    public async Task Scan_OfOtherCode_MatchesNothing()
    {
        await Add("lib", [.. Enumerable.Range(0, 20).Select(n => ($"{n}.c", Code(n)))]);

        (await Scan(Code(99))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Library_AddedToManyTimes_KeepsFewSegmentsAndFindsEverything()
    {
        for (var n = 0; n < 20; n++) await Add($"lib{n}", ("a.c", Code(n)));

        Directory.GetDirectories(Library).Length.ShouldBeLessThan(8);
        using var library = ReferenceLibrary.Open(Library);
        library.Files.ShouldBe(20);
        (await Scan(Code(100, 4) + Code(7, 20))).ShouldHaveSingleItem().Origin.ShouldBe("lib7");
        for (var n = 0; n < 20; n++) (await Scan(Code(n))).ShouldHaveSingleItem().Origin.ShouldBe($"lib{n}");
    }

    [Fact]
    public async Task Library_WhoseBuilderWasStopped_IsWhatItWasAndCanBeAddedTo()
    {
        await Add("lib", ("a.c", Code(1)));
        using (var builder = new LibraryBuilder(Library)) builder.Add(new LibraryFile("lost", "x"), "00000000000000000000000000000000", [new Fingerprint(1, 1)]);
        Directory.CreateDirectory(Path.Combine(Library, "segment-of-a-builder-that-was-killed"));

        using (var library = ReferenceLibrary.Open(Library)) library.Files.ShouldBe(1);
        await Add("lib2", ("b.c", Code(2)));

        Directory.Exists(Path.Combine(Library, "segment-of-a-builder-that-was-killed")).ShouldBeFalse();
        (await Scan(Code(2))).ShouldHaveSingleItem().Origin.ShouldBe("lib2");
    }

    [Fact]
    public void Builder_WhileAnotherIsAtWork_IsRefused()
    {
        using var one = new LibraryBuilder(Library);
        Should.Throw<IOException>(() => new LibraryBuilder(Library));
    }
}
