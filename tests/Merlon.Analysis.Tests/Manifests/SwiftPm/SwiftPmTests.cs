namespace Merlon.Analysis.Tests.Manifests.SwiftPm;

public sealed class SwiftPmTests
{
    [Theory]
    [InlineData("""{ "version": 2, "pins": [ { "identity": "nio", "location": "https://github.com/apple/swift-nio.git", "state": { "version": "2.50.0" } }, { "location": "git@github.com:x/y.git", "state": { "version": "1.0.0" } } ] }""")]
    [InlineData("""{ "version": 1, "object": { "pins": [ { "package": "nio", "repositoryURL": "https://github.com/apple/swift-nio.git", "state": { "version": "2.50.0" } }, { "repositoryURL": "ssh://git@github.com/x/y", "state": { "version": "1.0.0" } } ] } }""")]
    public Task PackageResolved_OfAnyVersion_GivesPins(string resolved) => ManifestTree.ShouldGive(
        [("Package.resolved", resolved), ("Package.swift", """.package(url: "https://github.com/apple/swift-nio.git", from: "2.0.0")""")], """
        pkg:swift/github.com/apple/swift-nio@2.50.0 runtime direct
        pkg:swift/github.com/x/y@1.0.0 runtime
        """);

    [Fact]
    public Task PackageResolved_WithAPackageOfARegistry_NamesItByItsIdentity() => ManifestTree.ShouldGive(
        [("Package.resolved", """{ "originHash": "c0ffee", "version": 3, "pins": [ { "identity": "mona.LinkedList", "kind": "registry", "location": "", "state": { "version": "1.1.0" } } ] }"""), ("Package.swift", """.package(id: "mona.LinkedList", from: "1.0.0")""")],
        "pkg:swift/mona/LinkedList@1.1.0 runtime direct");
}
