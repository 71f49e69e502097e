namespace Merlon.Analysis.Tests.Manifests.Pub;

public sealed class PubTests
{
    [Fact]
    public Task PubspecLock_SaysWhatIsDirect() => ManifestTree.ShouldGive(
        [("pubspec.yaml", "dependencies:\n  http: ^1.0.0\n"), ("pubspec.lock", """
        packages:
          http:
            dependency: "direct main"
            description: {name: http, url: "https://pub.dev"}
            source: hosted
            version: "1.1.0"
          lints:
            dependency: "direct dev"
            source: hosted
            version: "3.0.0"
          meta:
            dependency: transitive
            source: hosted
            version: "1.11.0"
          flutter:
            dependency: "direct main"
            source: sdk
            version: "0.0.0"
        """)], """
        pkg:pub/http@1.1.0 runtime direct
        pkg:pub/lints@3.0.0 development direct
        pkg:pub/meta@1.11.0 runtime
        """);

    [Fact]
    public Task Pubspec_Alone_GivesRanges() => ManifestTree.ShouldGive(
        [("pubspec.yaml", "dependencies:\n  http: ^1.0.0\n  exact: 2.0.0\n  flutter:\n    sdk: flutter\ndev_dependencies:\n  lints:\n    version: ^3.0.0\n")], """
        pkg:pub/exact@2.0.0 runtime direct
        pkg:pub/http runtime direct [^1.0.0]
        pkg:pub/lints development direct [^3.0.0]
        """);
}
