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

    [Fact]
    public async Task RebarLock_GivesLevelsAndNotesSources()
    {
        using var tree = new ManifestTree(("rebar.lock", """
            {"1.2.0",
            [{<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.9.0">>},0},
             {<<"cowlib">>,{pkg,<<"cowlib">>,<<"2.11.0">>},1},
             {<<"jiffy">>,
              {git,"https://github.com/davisp/jiffy.git",
                   {ref,"ea1ec1c2e7ac6b4dc0e2b9f6a8b4a3c1d0e9f8a7"}},
              0}]}.
            [
            {pkg_hash,[
             {<<"cowboy">>, <<"865DD8B6607E14CF03282E10E934023A1BD8BE6F6BACF921A7E2A96D800CD452">>},
             {<<"cowlib">>, <<"0B9FF9C346629256C42EBE1EEB769A83C6CB771A6EE5960BD110AB0B9B872063">>}]}
            ].
            """));

        (await tree.Packages()).ShouldBe(["pkg:hex/cowboy@2.9.0 runtime direct", "pkg:hex/cowlib@2.11.0 runtime"]);
        (await tree.Notes()).ShouldBe(["rebar.lock: jiffy comes from https://github.com/davisp/jiffy.git and is no package of Hex."]);
    }
}
