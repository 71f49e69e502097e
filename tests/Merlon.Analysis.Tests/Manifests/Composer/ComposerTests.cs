namespace Merlon.Analysis.Tests.Manifests.Composer;

public sealed class ComposerTests
{
    const string Manifest = """{ "require": { "php": ">=8", "ext-json": "*", "a/One": "^1.0" }, "require-dev": { "t/unit": "10.0.0" } }""";

    [Fact]
    public Task ComposerLock_TakesRootsFromTheManifest() => ManifestTree.ShouldGive(
        [("composer.json", Manifest), ("composer.lock", """
        { "packages": [ { "name": "a/One", "version": "v1.2.0", "license": ["MIT"], "require": { "php": ">=8", "b/two": "^2" } }, { "name": "b/two", "version": "2.1.0" } ],
          "packages-dev": [ { "name": "t/unit", "version": "10.0.0" } ] }
        """)], """
        pkg:composer/a/one@v1.2.0 runtime direct (MIT)
        pkg:composer/b/two@2.1.0 runtime by pkg:composer/a/one@v1.2.0
        pkg:composer/t/unit@10.0.0 development direct
        """);

    [Fact]
    public Task ComposerJson_Alone_LeavesThePlatformOut() => ManifestTree.ShouldGive([("composer.json", Manifest)], """
        pkg:composer/a/one runtime direct [^1.0]
        pkg:composer/t/unit@10.0.0 development direct
        """);
}
