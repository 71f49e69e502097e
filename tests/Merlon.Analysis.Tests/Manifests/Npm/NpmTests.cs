namespace Merlon.Analysis.Tests.Manifests.Npm;

public sealed class NpmTests
{
    const string PackageJson = """
        { "name": "app", "version": "1.0.0", "license": "MIT", "dependencies": { "a": "^1.0.0", "alias": "npm:@s/real@2.0.0" },
          "devDependencies": { "d": "~4.0.0" }, "optionalDependencies": { "o": "5.0.0" }, "peerDependencies": { "p": ">=6" } }
        """;

    [Fact]
    public Task PackageJson_Alone_GivesWhatIsAskedFor() => ManifestTree.ShouldGive([("package.json", PackageJson)], """
        pkg:npm/%40s/real@2.0.0 runtime direct
        pkg:npm/a runtime direct [^1.0.0]
        pkg:npm/d development direct [~4.0.0]
        pkg:npm/o@5.0.0 optional direct
        pkg:npm/p peer direct [>=6]
        """);

    [Fact]
    public Task PackageLock3_GivesPlacesWithScopesAndThroughWhom() => ManifestTree.ShouldGive(
        [("package.json", PackageJson), ("package-lock.json", """
        { "lockfileVersion": 3, "packages": {
            "": { "name": "app", "dependencies": { "a": "^1.0.0", "alias": "npm:@s/real@2.0.0" }, "devDependencies": { "d": "~4.0.0" }, "workspaces": ["w"] },
            "w": { "name": "w", "version": "0.0.1", "dependencies": { "b": "^2.0.0" } },
            "node_modules/w": { "resolved": "w", "link": true },
            "node_modules/a": { "version": "1.2.3", "license": "ISC", "dependencies": { "b": "^1.0.0" } },
            "node_modules/a/node_modules/b": { "version": "1.1.0" },
            "node_modules/b": { "version": "2.0.1" },
            "node_modules/alias": { "name": "@s/real", "version": "2.0.0" },
            "node_modules/d": { "version": "4.0.1", "dev": true, "dependencies": { "b": "^2.0.0" }, "optionalDependencies": { "fs": "1" } },
            "node_modules/fs": { "version": "1.0.0", "dev": true, "optional": true } } }
        """), ("w/package.json", """{ "name": "w", "dependencies": { "b": "^2.0.0" } }""")], """
        pkg:npm/%40s/real@2.0.0 runtime direct
        pkg:npm/a@1.2.3 runtime direct (ISC)
        pkg:npm/b@1.1.0 runtime by pkg:npm/a@1.2.3
        pkg:npm/b@2.0.1 runtime direct by pkg:npm/d@4.0.1
        pkg:npm/d@4.0.1 development direct
        pkg:npm/fs@1.0.0 development by pkg:npm/d@4.0.1
        """);

    [Fact]
    public Task PackageLock1_GivesTheNestedTree() => ManifestTree.ShouldGive(
        [("package.json", """{ "dependencies": { "a": "1" } }"""), ("package-lock.json", """
        { "lockfileVersion": 1, "dependencies": {
            "a": { "version": "1.2.3", "requires": { "b": "1" }, "dependencies": { "b": { "version": "1.1.0" } } },
            "b": { "version": "2.0.0", "dev": true },
            "g": { "version": "git+https://example.com/g.git#abc", "optional": true } } }
        """)], """
        pkg:npm/a@1.2.3 runtime direct
        pkg:npm/b@1.1.0 runtime by pkg:npm/a@1.2.3
        pkg:npm/b@2.0.0 development
        pkg:npm/g optional
        """);

    [Fact]
    public Task YarnLock1_ResolvesByWhatWasAskedFor() => ManifestTree.ShouldGive(
        [("package.json", """{ "dependencies": { "a": "^1.0.0" }, "devDependencies": { "@s/d": "^4.0.0" } }"""), ("yarn.lock", """
        # yarn lockfile v1


        "@s/d@^4.0.0":
          version "4.0.1"
          resolved "https://registry.yarnpkg.com/x"
          dependencies:
            b "^2.0.0"

        a@^1.0.0, a@^1.1.0:
          version "1.2.3"
          dependencies:
            b "^2.0.0"
            "c" "3"
          optionalDependencies:
            o "*"

        b@^2.0.0:
          version "2.0.1"

        c@3:
          version "3.0.0"

        o@*:
          version "9.0.0"
        """)], """
        pkg:npm/%40s/d@4.0.1 development direct
        pkg:npm/a@1.2.3 runtime direct
        pkg:npm/b@2.0.1 runtime by pkg:npm/%40s/d@4.0.1, pkg:npm/a@1.2.3
        pkg:npm/c@3.0.0 runtime by pkg:npm/a@1.2.3
        pkg:npm/o@9.0.0 optional by pkg:npm/a@1.2.3
        """);

    [Fact]
    public Task YarnLockOfBerry_LeavesWorkspacesOut() => ManifestTree.ShouldGive(
        [("package.json", """{ "workspaces": ["packages/*"], "dependencies": { "a": "^1.0.0" } }"""),
         ("packages/w/package.json", """{ "name": "w", "devDependencies": { "b": "^2.0.0" } }"""), ("yarn.lock", """
        __metadata:
          version: 8

        "a@npm:^1.0.0":
          version: 1.2.3
          resolution: "a@npm:1.2.3"
          dependencies:
            b: "npm:^2.0.0"
          languageName: node

        "b@npm:^2.0.0":
          version: 2.0.1
          resolution: "b@npm:2.0.1"

        "w@workspace:packages/w":
          version: 0.0.0-use.local
          resolution: "w@workspace:packages/w"
        """)], """
        pkg:npm/a@1.2.3 runtime direct
        pkg:npm/b@2.0.1 runtime direct by pkg:npm/a@1.2.3
        """);

    [Theory]
    [InlineData("5", "/a/1.2.3", "/@s/b/2.0.1_peer@1.0.0", "2.0.1_peer@1.0.0", "a: 1.2.3")]
    [InlineData("6", "/a@1.2.3", "/@s/b@2.0.1(peer@1.0.0)", "2.0.1(peer@1.0.0)", "a: {specifier: ^1.0.0, version: 1.2.3}")]
    public Task PnpmLock_OfOlderVersions_GivesPackages(string version, string keyA, string keyB, string refB, string root) => ManifestTree.ShouldGive(
        [("pnpm-lock.yaml", $$"""
        lockfileVersion: '{{version}}.0'
        dependencies:
          {{root}}
        packages:
          {{keyA}}:
            resolution: {integrity: sha512-x}
            dependencies:
              '@s/b': {{refB}}
          {{keyB}}:
            resolution: {integrity: sha512-x}
        """)], """
        pkg:npm/%40s/b@2.0.1 runtime by pkg:npm/a@1.2.3
        pkg:npm/a@1.2.3 runtime direct
        """);

    [Fact]
    public Task PnpmLock9_ReadsSnapshotsAndImporters() => ManifestTree.ShouldGive(
        [("package.json", PackageJson), ("pnpm-lock.yaml", """
        lockfileVersion: '9.0'
        importers:
          .:
            dependencies:
              a:
                specifier: ^1.0.0
                version: 1.2.3(b@2.0.1)
            devDependencies:
              d:
                specifier: ~4.0.0
                version: 4.0.1
          packages/w:
            dependencies:
              a:
                specifier: ^1.0.0
                version: 1.2.3(b@2.0.1)
              linked:
                specifier: workspace:*
                version: link:../linked
        packages:
          a@1.2.3:
            resolution: {integrity: sha512-x}
          b@2.0.1:
            resolution: {integrity: sha512-x}
          d@4.0.1:
            resolution: {integrity: sha512-x}
        snapshots:
          a@1.2.3(b@2.0.1):
            dependencies:
              b: 2.0.1
          b@2.0.1: {}
          d@4.0.1:
            optionalDependencies:
              b: 2.0.1
        """), ("packages/w/package.json", """{ "dependencies": { "a": "^1.0.0" } }""")], """
        pkg:npm/a@1.2.3 runtime direct
        pkg:npm/b@2.0.1 runtime by pkg:npm/a@1.2.3, pkg:npm/d@4.0.1
        pkg:npm/d@4.0.1 development direct
        """);

    [Fact]
    public Task BunLock_WithCommentsAndTrailingCommas_GivesPackages() => ManifestTree.ShouldGive(
        [("bun.lock", """
        {
          "lockfileVersion": 1,
          "workspaces": { "": { "name": "app", "dependencies": { "a": "^1.0.0", }, "devDependencies": { "d": "4", }, }, },
          "packages": {
            // places
            "a": ["a@1.2.3", "", { "dependencies": { "b": "^1.0.0" } }, "sha512-x"],
            "a/b": ["b@1.1.0", "", {}, "sha512-x"],
            "b": ["b@2.0.1", "", {}, "sha512-x"],
            "d": ["d@4.0.1", "", { "dependencies": { "b": "2" } }, "sha512-x"],
            "w": ["w@workspace:packages/w"],
          }
        }
        """)], """
        pkg:npm/a@1.2.3 runtime direct
        pkg:npm/b@1.1.0 runtime by pkg:npm/a@1.2.3
        pkg:npm/b@2.0.1 development by pkg:npm/d@4.0.1
        pkg:npm/d@4.0.1 development direct
        """);

    [Fact]
    public async Task InstalledPackages_StandBesideTheProject()
    {
        using var tree = new ManifestTree(
            ("package.json", """{ "dependencies": { "a": "1.0.0" } }"""),
            ("node_modules/a/package.json", """{ "name": "a", "version": "1.0.0", "license": { "type": "BSD-3-Clause" } }"""),
            ("node_modules/a/test/package.json", """{ "name": "not-a-package", "version": "1.0.0" }"""));

        (await tree.Packages(withManifest: true)).ShouldBe(
            ["pkg:npm/a@1.0.0 runtime (BSD-3-Clause) in node_modules/a/package.json", "pkg:npm/a@1.0.0 runtime direct in package.json"]);
    }

    [Fact]
    public Task PnpmLock9_WithAPackageFromAnAddress_GivesItsVersion() => ManifestTree.ShouldGive(
        [("pnpm-lock.yaml", """
        lockfileVersion: '9.0'
        importers:
          .:
            dependencies:
              is-positive:
                specifier: github:kevva/is-positive
                version: https://codeload.github.com/kevva/is-positive/tar.gz/97edff6
        packages:
          is-positive@https://codeload.github.com/kevva/is-positive/tar.gz/97edff6:
            resolution: {tarball: https://codeload.github.com/kevva/is-positive/tar.gz/97edff6}
            version: 3.1.0
        snapshots:
          is-positive@https://codeload.github.com/kevva/is-positive/tar.gz/97edff6: {}
        """)], "pkg:npm/is-positive@3.1.0 runtime direct");

    [Fact]
    public async Task BunLockb_IsNotReadAndSaysSo()
    {
        using var tree = new ManifestTree(("bun.lockb", "#!/usr/bin/env bun\nbun-lockfile-format-v0\n"), ("package.json", """{ "dependencies": { "a": "1.0.0" } }"""));

        (await tree.Packages()).ShouldBe(["pkg:npm/a@1.0.0 runtime direct"]);
        (await tree.Notes()).ShouldHaveSingleItem().ShouldContain("not supported");
    }
}
