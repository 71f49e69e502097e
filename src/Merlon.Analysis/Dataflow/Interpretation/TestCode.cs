using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Tells the tests of an application from the application by the folders they stand in. What a test hands to the application (null, a key, a
/// password of its own) says nothing of how the application is used.
/// </summary>
static class TestCode
{
    static readonly string[] Folders = ["test", "tests", "unittests", "integrationtests"];

    /// <summary>Folders that hold tests where they stand beside <c>src/main</c>.</summary>
    static readonly string[] BesideMain = ["it", "itest", "integration-test", "integrationTest", "integTest", "functionalTest", "androidTest", "testFixtures"];

    static readonly string[] Endings = [".test", ".tests", ".unittests", ".integrationtests", ".functionaltests"];

    /// <summary>What a run that began in a test shows of the application itself is left out.</summary>
    public static EntryResult Without(Function entry, EntryResult result) =>
        result.Discoveries.IsEmpty || !IsIn(entry.Span.File.Path) ? result : result with { Discoveries = InTests(result.Discoveries) };

    public static ImmutableArray<Discovery> InTests(IEnumerable<Discovery> discoveries) => [.. discoveries.Where(d => IsIn(d.Span.File.Path))];

    /// <summary>Whether a file stands in a folder of tests.</summary>
    public static bool IsIn(string path)
    {
        string[] folders = [.. path.Split('/').SkipLast(1)];
        return Array.Exists(folders, IsOfTests) || folders.Zip(folders.Skip(1)).Any(pair => pair.First == "src" && Array.Exists(BesideMain, f => pair.Second.Equals(f, StringComparison.OrdinalIgnoreCase)));
    }

    static bool IsOfTests(string folder) =>
        Array.Exists(Folders, f => folder.Equals(f, StringComparison.OrdinalIgnoreCase)) || Array.Exists(Endings, e => folder.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}
