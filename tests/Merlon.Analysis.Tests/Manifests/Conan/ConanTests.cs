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

    [Fact]
    public Task Recipe_GivesTheReferencesItStatesLiterally() => ManifestTree.ShouldGive(
        [("conanfile.py", """
        from conan import ConanFile
        class App(ConanFile):
            name = "app"
            requires = "zlib/1.3.1", "openssl/[>=3 <4]"
            tool_requires = [
                "cmake/3.30.5",
                # "ninja/1.11"
            ]
            def requirements(self):
                self.requires("fmt/11.0.2", transitive_headers=True)
                self.requires(f"boost/{self.boost}")
            def build_requirements(self):
                self.test_requires("gtest/1.15.0@acme/stable")
            def source(self):
                get(self, "https://a/b.tgz", "x/y")
        """)], """
        pkg:conan/acme/gtest@1.15.0?channel=stable test direct
        pkg:conan/cmake@3.30.5 build direct
        pkg:conan/fmt@11.0.2 runtime direct
        pkg:conan/openssl runtime direct [>=3 <4]
        pkg:conan/zlib@1.3.1 runtime direct
        """);
}
