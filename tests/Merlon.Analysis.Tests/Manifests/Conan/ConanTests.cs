namespace Merlon.Analysis.Tests.Manifests.Conan;

public sealed class ConanTests
{
    [Fact]
    public Task ConanFiles_OfAllForms_GiveReferences() => ManifestTree.ShouldGive(
        [("a/conan.lock", """{ "version": "0.5", "requires": ["zlib/1.2.13#abc%1670"], "build_requires": ["cmake/3.25.0#def"] }"""),
         ("b/conan.lock", """{ "graph_lock": { "nodes": { "0": { "requires": ["1"] }, "1": { "ref": "openssl/3.0.0@user/stable#x", "requires": ["2"] }, "2": { "ref": "zlib/1.2.11" } } } }"""),
         ("c/conanfile.txt", "[requires]\nfmt/9.1.0  # why\nboost/[>1.70]\n[generators]\nCMakeDeps\n")], """
        pkg:conan/cmake@3.25.0 build
        pkg:conan/zlib@1.2.13 runtime
        pkg:conan/user/openssl@3.0.0?channel=stable runtime direct
        pkg:conan/zlib@1.2.11 runtime by pkg:conan/user/openssl@3.0.0?channel=stable
        pkg:conan/boost runtime direct [>1.70]
        pkg:conan/fmt@9.1.0 runtime direct
        """);
}
