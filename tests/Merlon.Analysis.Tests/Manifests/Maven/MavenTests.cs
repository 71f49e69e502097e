namespace Merlon.Analysis.Tests.Manifests.Maven;

public sealed class MavenTests
{
    const string Parent = """
        <project xmlns="http://maven.apache.org/POM/4.0.0"><groupId>com.example</groupId><artifactId>parent</artifactId><version>1.5</version><packaging>pom</packaging>
          <properties><lib.version>2.0</lib.version><core>${lib.version}.1</core></properties>
          <dependencyManagement><dependencies>
            <dependency><groupId>g</groupId><artifactId>managed</artifactId><version>${core}</version></dependency>
            <dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.13</version><scope>test</scope></dependency>
          </dependencies></dependencyManagement>
          <dependencies><dependency><groupId>g</groupId><artifactId>inherited</artifactId><version>9</version></dependency></dependencies></project>
        """;

    const string Child = """
        <project><parent><groupId>com.example</groupId><artifactId>parent</artifactId><version>1.5</version></parent><artifactId>child</artifactId>
          <properties><lib.version>3.0</lib.version></properties>
          <dependencies>
            <dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>
            <dependency><groupId>junit</groupId><artifactId>junit</artifactId></dependency>
            <dependency><groupId>${project.groupId}</groupId><artifactId>sibling</artifactId><version>${project.version}</version></dependency>
            <dependency><groupId>g</groupId><artifactId>api</artifactId><version>1</version><scope>provided</scope></dependency>
            <dependency><groupId>g</groupId><artifactId>opt</artifactId><version>[1,2)</version><optional>true</optional></dependency>
            <dependency><groupId>g</groupId><artifactId>classy</artifactId><version>1</version><classifier>linux</classifier><type>so</type></dependency>
          </dependencies></project>
        """;

    [Fact]
    public async Task Pom_TakesPropertiesAndManagementFromParentsInTheTree()
    {
        using var tree = new ManifestTree(("pom.xml", Parent), ("child/pom.xml", Child));

        (await tree.Packages(withManifest: true)).ShouldBe([
            "pkg:maven/com.example/sibling@1.5 runtime direct in child/pom.xml",
            "pkg:maven/g/api@1 build direct in child/pom.xml",
            "pkg:maven/g/classy@1?classifier=linux&type=so runtime direct in child/pom.xml",
            "pkg:maven/g/inherited@9 runtime direct in child/pom.xml",
            "pkg:maven/g/managed@3.0.1 runtime direct in child/pom.xml",
            "pkg:maven/g/opt optional direct [[1,2)] in child/pom.xml",
            "pkg:maven/junit/junit@4.13 test direct in child/pom.xml",
            "pkg:maven/g/inherited@9 runtime direct in pom.xml",
        ]);
    }

    [Fact]
    public async Task Pom_WhoseParentIsNotInTheTree_SaysWhatItCannotKnow()
    {
        using var tree = new ManifestTree(("pom.xml", Child));

        (await tree.Packages()).ShouldContain("pkg:maven/g/managed runtime direct");
        (await tree.Notes()).ShouldContain("pom.xml: The parent com.example:parent:1.5 is not in the tree; what it manages is not known here.");
    }

    [Fact]
    public async Task Pom_WhosePropertiesNameEachOther_Ends()
    {
        using var tree = new ManifestTree(("pom.xml", """
            <project><properties><a>${b}</a><b>${a}${a}</b></properties>
              <dependencies><dependency><groupId>g</groupId><artifactId>x</artifactId><version>${a}</version></dependency></dependencies></project>
            """));

        (await tree.Packages()).ShouldBe(["pkg:maven/g/x runtime direct"]);
        (await tree.Notes()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Pom_ThatIsItsOwnParent_Ends()
    {
        using var tree = new ManifestTree(("pom.xml", """
            <project><parent><groupId>g</groupId><artifactId>a</artifactId><version>1</version><relativePath>pom.xml</relativePath></parent><artifactId>a</artifactId>
              <dependencies><dependency><groupId>g</groupId><artifactId>x</artifactId><version>1</version></dependency></dependencies></project>
            """));

        (await tree.Packages()).ShouldBe(["pkg:maven/g/x@1 runtime direct"]);
    }

    [Fact]
    public async Task Pom_ThatImportsABillOfTheTree_TakesItsVersionsBehindItsOwn()
    {
        using var tree = new ManifestTree(
            ("pom.xml", "<project><groupId>g</groupId><artifactId>parent</artifactId><version>7</version></project>"),
            ("bom/pom.xml", """
            <project><parent><groupId>g</groupId><artifactId>parent</artifactId><version>7</version></parent><artifactId>acme-bom</artifactId>
              <properties><lib>4.2</lib></properties>
              <dependencyManagement><dependencies>
                <dependency><groupId>o</groupId><artifactId>lib</artifactId><version>${lib}</version></dependency>
                <dependency><groupId>o</groupId><artifactId>own</artifactId><version>1</version></dependency>
              </dependencies></dependencyManagement></project>
            """),
            ("app/pom.xml", """
            <project><parent><groupId>g</groupId><artifactId>parent</artifactId><version>7</version></parent><artifactId>app</artifactId>
              <dependencyManagement><dependencies>
                <dependency><groupId>g</groupId><artifactId>acme-bom</artifactId><version>${project.version}</version><type>pom</type><scope>import</scope></dependency>
                <dependency><groupId>o</groupId><artifactId>own</artifactId><version>2</version></dependency>
                <dependency><groupId>elsewhere</groupId><artifactId>far-bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency>
              </dependencies></dependencyManagement>
              <dependencies>
                <dependency><groupId>o</groupId><artifactId>lib</artifactId></dependency><dependency><groupId>o</groupId><artifactId>own</artifactId></dependency>
              </dependencies></project>
            """));

        (await tree.Packages()).ShouldBe(["pkg:maven/o/lib@4.2 runtime direct", "pkg:maven/o/own@2 runtime direct"]);
        (await tree.Notes()).ShouldBe(["app/pom.xml: The versions that elsewhere:far-bom manages are not in the tree."]);
    }
}
