namespace Merlon.Analysis.Tests.Manifests.Hex;

public sealed class HexTests
{
    const string Project = """
        defp deps do
          [
            {:plug, "~> 1.14"},
            # {:gone, "~> 1.0"},
            {:credo, "~> 1.7", only: [:dev, :test], runtime: false}
          ]
        end
        """;

    [Fact]
    public Task MixLock_TakesScopesFromTheProject() => ManifestTree.ShouldGive(
        [("mix.exs", Project), ("mix.lock", """
        %{
          "credo": {:hex, :credo, "1.7.0", "hash", [:mix], [{:mime, "~> 1.0 or ~> 2.0", [hex: :mime, repo: "hexpm", optional: false]}], "hexpm", "hash"},
          "mime": {:hex, :mime, "2.0.5", "hash", [:mix], [], "hexpm", "hash"},
          "plug": {:hex, :plug, "1.14.2", "hash", [:mix], [{:mime, "~> 2.0", [hex: :mime, repo: "hexpm", optional: false]}], "hexpm", "hash"},
        }
        """)], """
        pkg:hex/credo@1.7.0 development direct
        pkg:hex/mime@2.0.5 runtime by pkg:hex/credo@1.7.0, pkg:hex/plug@1.14.2
        pkg:hex/plug@1.14.2 runtime direct
        """);

    [Fact]
    public Task MixExs_Alone_GivesRanges() => ManifestTree.ShouldGive([("mix.exs", Project)], """
        pkg:hex/credo development direct [~> 1.7]
        pkg:hex/plug runtime direct [~> 1.14]
        """);
}
