namespace Merlon.Analysis.Tests.Manifests.NuGet;

public sealed class NuGetTests
{
    [Fact]
    public Task ProjectFile_TakesPropertiesAndCentralVersions() => ManifestTree.ShouldGive(
        [("Directory.Packages.props", """
        <Project><PropertyGroup><JsonVersion>13.0.3</JsonVersion></PropertyGroup><ItemGroup>
          <PackageVersion Include="Newtonsoft.Json" Version="$(JsonVersion)" /><PackageVersion Include="Other" Version="1.0.0" /><GlobalPackageReference Include="Global.Analyzer" Version="9.0.0" />
        </ItemGroup></Project>
        """), ("src/App/App.csproj", """
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><Own>3.1</Own></PropertyGroup><ItemGroup>
          <PackageReference Include="newtonsoft.json" /><PackageReference Include="Other" VersionOverride="2.0.0" />
          <PackageReference Include="Ranged" Version="[1.0,2.0)" /><PackageReference Include="Floating" Version="4.*" />
          <PackageReference Include="Mine" Version="$(Own)" /><PackageReference Include="Analyzer" Version="5.0.0" PrivateAssets="all" />
          <PackageReference Include="Nested"><Version>6.0.0</Version></PackageReference>
        </ItemGroup></Project>
        """)], """
        pkg:nuget/Global.Analyzer@9.0.0 development direct
        pkg:nuget/Analyzer@5.0.0 development direct
        pkg:nuget/Floating runtime direct [4.*]
        pkg:nuget/Mine@3.1 runtime direct
        pkg:nuget/Nested@6.0.0 runtime direct
        pkg:nuget/Other@2.0.0 runtime direct
        pkg:nuget/Ranged@1.0 runtime direct [[1.0,2.0)]
        pkg:nuget/newtonsoft.json@13.0.3 runtime direct
        """);

    [Fact]
    public Task PackagesLock_BeatsTheProjectAndTakesItsScopes() => ManifestTree.ShouldGive(
        [("App.csproj", """<Project><ItemGroup><PackageReference Include="A" /><PackageReference Include="Tool" PrivateAssets="all" /></ItemGroup></Project>"""),
         ("packages.lock.json", """
        { "version": 2, "dependencies": { "net10.0": {
          "A": { "type": "Direct", "requested": "[1.0.0, )", "resolved": "1.0.1", "dependencies": { "b": "2.0.0" } },
          "Tool": { "type": "Direct", "resolved": "7.0.0" },
          "B": { "type": "Transitive", "resolved": "2.0.0" },
          "sibling": { "type": "Project", "dependencies": { "A": "[1.0.0, )" } } } } }
        """)], """
        pkg:nuget/A@1.0.1 runtime direct
        pkg:nuget/B@2.0.0 runtime by pkg:nuget/A@1.0.1
        pkg:nuget/Tool@7.0.0 development direct
        """);

    [Fact]
    public Task ProjectAssets_SpeakForTheProjectAbove() => ManifestTree.ShouldGive(
        [("App.csproj", """<Project><ItemGroup><PackageReference Include="A" Version="1.0.0" /></ItemGroup></Project>"""), ("obj/project.assets.json", """
        { "targets": { "net10.0": { "A/1.0.1": { "type": "package", "dependencies": { "B": "2.0.0" } }, "B/2.0.0": { "type": "package" }, "Lib/1.0.0": { "type": "project" } } },
          "project": { "restore": { "projectPath": "/build/App.csproj" }, "frameworks": { "net10.0": { "dependencies": { "A": { "target": "Package", "version": "[1.0.0, )" } } } } } }
        """)], """
        pkg:nuget/A@1.0.1 runtime direct
        pkg:nuget/B@2.0.0 runtime by pkg:nuget/A@1.0.1
        """);

    [Fact]
    public Task PackagesConfigNuspecAndDeps_EachGiveTheirs() => ManifestTree.ShouldGive(
        [("a/packages.config", """<packages><package id="A" version="1.0.0" /><package id="D" version="2.0.0" developmentDependency="true" /></packages>"""),
         ("b/x.nuspec", """<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><dependencies><group targetFramework="net10.0"><dependency id="N" version="[3.0.0]" /></group></dependencies></metadata></package>"""),
         ("c/app.deps.json", """
        { "targets": { "net10.0": { "app/1.0.0": { "dependencies": { "A": "1.0.0" } }, "A/1.0.0": { "dependencies": { "B": "2.0.0" } }, "B/2.0.0": {} } },
          "libraries": { "app/1.0.0": { "type": "project" }, "A/1.0.0": { "type": "package" }, "B/2.0.0": { "type": "package" } } }
        """)], """
        pkg:nuget/A@1.0.0 runtime direct
        pkg:nuget/D@2.0.0 development direct
        pkg:nuget/N@3.0.0 runtime direct [[3.0.0]]
        pkg:nuget/A@1.0.0 runtime direct
        pkg:nuget/B@2.0.0 runtime by pkg:nuget/A@1.0.0
        """);

    [Fact]
    public Task PaketLock_KeepsGroupsApart() => ManifestTree.ShouldGive(
        [("paket.dependencies", "source https://api.nuget.org/v3/index.json\nnuget A ~> 1.0\ngroup Test\n  nuget T\n"), ("paket.lock", """
        NUGET
          remote: https://api.nuget.org/v3/index.json
            A (1.0.1)
              B (>= 2.0)
            B (2.0.0)
        GITHUB
          remote: x/y
            src/file.fs (abc)
        GROUP Test
        NUGET
          remote: https://api.nuget.org/v3/index.json
            T (4.0.0)
        """)], """
        pkg:nuget/A@1.0.1 runtime direct
        pkg:nuget/B@2.0.0 runtime by pkg:nuget/A@1.0.1
        pkg:nuget/T@4.0.0 test direct
        """);

    [Fact]
    public async Task ProjectFile_WithADocumentType_IsNotReadAndSaysSo()
    {
        using var tree = new ManifestTree(("App.csproj", """<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Project>&b;</Project>"""));

        (await tree.Notes()).ShouldHaveSingleItem().ShouldStartWith("App.csproj: The file was not read:");
    }
}
