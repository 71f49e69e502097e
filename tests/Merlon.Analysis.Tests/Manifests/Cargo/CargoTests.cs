namespace Merlon.Analysis.Tests.Manifests.Cargo;

public sealed class CargoTests
{
    [Fact]
    public Task CargoLock_OfAWorkspace_SpeaksForItsMembers() => ManifestTree.ShouldGive(
        [("Cargo.toml", "[workspace]\nmembers = ['m']\n[workspace.dependencies]\nserde = '1'\n"),
         ("m/Cargo.toml", "[package]\nname = 'm'\n[dependencies]\nserde.workspace = true\nmine = { path = '../x', optional = true }\n[dev-dependencies]\nren = { package = 'tester', version = '1' }\n[target.'cfg(unix)'.build-dependencies]\ncc = '1'\n"),
         ("Cargo.lock", """
        version = 3
        [[package]]
        name = "m"
        version = "0.1.0"
        dependencies = ["cc", "dup 2.0.0", "serde", "tester"]
        [[package]]
        name = "serde"
        version = "1.0.200"
        source = "registry+https://github.com/rust-lang/crates.io-index"
        dependencies = ["dup 1.0.0"]
        [[package]]
        name = "dup"
        version = "1.0.0"
        source = "registry+https://github.com/rust-lang/crates.io-index"
        [[package]]
        name = "dup"
        version = "2.0.0"
        source = "registry+https://github.com/rust-lang/crates.io-index"
        [[package]]
        name = "tester"
        version = "1.1.0"
        source = "registry+https://github.com/rust-lang/crates.io-index"
        dependencies = ["dup 2.0.0 (registry+https://github.com/rust-lang/crates.io-index)"]
        [[package]]
        name = "cc"
        version = "1.0.90"
        source = "registry+https://github.com/rust-lang/crates.io-index"
        """)], """
        pkg:cargo/cc@1.0.90 build direct
        pkg:cargo/dup@1.0.0 runtime by pkg:cargo/serde@1.0.200
        pkg:cargo/dup@2.0.0 runtime direct by pkg:cargo/tester@1.1.0
        pkg:cargo/serde@1.0.200 runtime direct
        pkg:cargo/tester@1.1.0 development direct
        """);

    [Fact]
    public Task CargoToml_Alone_GivesRanges() => ManifestTree.ShouldGive(
        [("Cargo.toml", "[dependencies]\na = '1.2'\nb = { version = '=2.0.0', optional = true }\nlocal = { path = 'x' }\n")], """
        pkg:cargo/a runtime direct [1.2]
        pkg:cargo/b@2.0.0 optional direct
        """);
}
