namespace Merlon.Analysis.Tests.Manifests.Go;

public sealed class GoTests
{
    [Fact]
    public Task GoMod_SpeaksForSumAndVendor() => ManifestTree.ShouldGive(
        [("go.mod", """
        module example.com/app
        go 1.22
        require example.com/one v1.0.0
        require (
            github.com/x/y v1.2.3 // indirect
            "github.com/Old/Name" v1.0.0
            example.com/local v0.1.0
            example.com/other v2.0.0
        )
        replace (
            github.com/Old/Name => github.com/new/name v1.1.0
            example.com/local => ../local
            example.com/other v1.0.0 => example.com/fork v9.9.9
        )
        exclude example.com/bad v1.0.0
        """), ("go.sum", "example.com/unused v3.0.0 h1:x=\n"), ("vendor/modules.txt", "# example.com/one v1.0.0\n## explicit\n")], """
        pkg:golang/example.com/one@v1.0.0 runtime direct
        pkg:golang/example.com/other@v2.0.0 runtime direct
        pkg:golang/github.com/new/name@v1.1.0 runtime direct
        pkg:golang/github.com/x/y@v1.2.3 runtime
        """);

    [Fact]
    public Task GoSumAndModulesTxt_Alone_GiveTheirs() => ManifestTree.ShouldGive(
        [("a/go.sum", "example.com/a v1.0.0 h1:x=\nexample.com/a v1.0.0/go.mod h1:y=\nexample.com/b v2.0.0/go.mod h1:z=\n"),
         ("b/vendor/modules.txt", "# example.com/c v1.0.0\n## explicit; go 1.20\nexample.com/c/pkg\n# example.com/d v1.0.0 => example.com/e v2.0.0\n")], """
        pkg:golang/example.com/a@v1.0.0 runtime
        pkg:golang/example.com/c@v1.0.0 runtime direct
        pkg:golang/example.com/e@v2.0.0 runtime
        """);
}
