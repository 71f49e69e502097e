using System.Text;
using Merlon.Packages.Bills;
using Merlon.Packages.Bills.CycloneDx.Rules;

namespace Merlon.Packages.Tests.Bills;

/// <summary>Each row breaks one rule of a document that is valid without it.</summary>
public sealed class CycloneDxRulesTests
{
    const string Valid = """
        { "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
          "metadata": { "timestamp": "2025-01-02T03:04:05Z" },
          "components": [
            { "type": "library", "bom-ref": "a", "name": "one", "version": "1", "hashes": [ { "alg": "MD5", "content": "00000000000000000000000000000000" } ],
              "licenses": [ { "license": { "id": "MIT" } } ] },
            { "type": "library", "bom-ref": "b", "name": "two" } ],
          "dependencies": [ { "ref": "a", "dependsOn": [ "b" ] } ] }
        """;

    const string ValidXml = """
        <bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
          <metadata><timestamp>2025-01-02T03:04:05Z</timestamp></metadata>
          <components>
            <component type="library" bom-ref="a"><name>one</name><version>1</version><scope>optional</scope>
              <hashes><hash alg="MD5">00000000000000000000000000000000</hash></hashes><licenses><license><id>MIT</id></license></licenses>
              <x:more xmlns:x="urn:x"><x:any/></x:more></component>
            <component type="library" bom-ref="b"><name>two</name></component>
          </components>
          <dependencies><dependency ref="a"><dependency ref="b"/></dependency></dependencies>
        </bom>
        """;

    [Fact]
    public void Read_ValidDocuments_HaveNoProblems()
    {
        BillSamples.Read(Valid).Problems.ShouldBeEmpty();
        BillSamples.Read(ValidXml).Problems.ShouldBeEmpty();
        BillSamples.Read(Valid).Components.Select(c => c.Name).ShouldBe(BillSamples.Read(ValidXml).Components.Select(c => c.Name));
    }

    [Theory]
    [InlineData("\"CycloneDX\"", "\"Other\"", "/bomFormat")]
    [InlineData("\"version\": 1,", "\"version\": 0,", "/version")]
    [InlineData("2025-01-02T03:04:05Z", "yesterday", "/metadata/timestamp")]
    [InlineData("\"type\": \"library\", \"bom-ref\": \"b\"", "\"type\": \"book\", \"bom-ref\": \"b\"", "/components/1/type")]
    [InlineData("\"type\": \"library\", \"bom-ref\": \"b\"", "\"bom-ref\": \"b\"", "/components/1")]
    [InlineData("\"bom-ref\": \"b\"", "\"bom-ref\": \"a\"", "/components/1/bom-ref")]
    [InlineData("\"bom-ref\": \"b\"", "\"bom-ref\": \"\"", "/components/1/bom-ref")]
    [InlineData("\"id\": \"MIT\"", "\"id\": \"Mine\"", "/components/0/licenses")]
    [InlineData("\"id\": \"MIT\"", "\"id\": \"MIT\", \"name\": \"x\"", "/components/0/licenses")]
    [InlineData("\"content\": \"0", "\"content\": \"", "/components/0/hashes/0/content")]
    [InlineData("\"name\": \"two\"", "\"name\": \"two\", \"colour\": \"red\"", "/components/1")]
    [InlineData("\"name\": \"two\"", "\"name\": 2", "/components/1/name")]
    [InlineData("\"ref\": \"a\", ", "", "/dependencies/0")]
    [InlineData("\"bom-ref\": \"b\"", "\"bom-ref\": \"\\u0061\"", "/components/1/bom-ref")]
    [InlineData("\"id\": \"MIT\"", "\"id\": \"MIT\\u0041\"", "/components/0/licenses")]
    [InlineData("[ \"b\" ]", "[ \"b\", \"b\" ]", "/dependencies/0/dependsOn/1")]
    [InlineData("[ \"b\" ]", "[ \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", \"i\", \"j\", \"k\", \"c\" ]", "/dependencies/0/dependsOn/10")]
    [InlineData("[ { \"ref\"", "[ 7, { \"ref\"", "/dependencies/0")]
    public void Json_OneRuleBroken_IsReportedWhereItIs(string from, string to, string path) =>
        BillSamples.Read(Replaced(Valid, from, to)).Problems.ShouldHaveSingleItem().Path.ShouldBe(path);

    [Theory]
    [InlineData("<scope>optional</scope>", "<scope>maybe</scope>", "/bom/components/component/scope")]
    [InlineData("<name>two</name>", "", "/bom/components/component")]
    [InlineData("<name>two</name>", "<version>1</version><name>two</name>", "/bom/components/component/version")]
    [InlineData("<name>two</name>", "<name>two</name><name>two</name>", "/bom/components/component/name")]
    [InlineData("<name>two</name>", "<name>two</name>more", "/bom/components/component")]
    [InlineData("type=\"library\" bom-ref=\"b\"", "bom-ref=\"b\"", "/bom/components/component")]
    [InlineData("bom-ref=\"b\"", "bom-ref=\"a\"", "/bom/components/component/@bom-ref")]
    [InlineData("<id>MIT</id>", "<id>Mine</id>", "/bom/components/component/licenses/license/id")]
    [InlineData("alg=\"MD5\"", "alg=\"MD6\"", "/bom/components/component/hashes/hash/@alg")]
    [InlineData("03:04:05Z", "3 o'clock", "/bom/metadata/timestamp")]
    [InlineData("<dependencies>", "<nonsense/><dependencies>", "/bom/nonsense")]
    [InlineData("bom/1.6", "bom/1.9", "/bom")]
    public void Xml_OneRuleBroken_IsReportedWhereItIs(string from, string to, string path) =>
        BillSamples.Read(Replaced(ValidXml, from, to)).Problems.ShouldHaveSingleItem().Path.ShouldBe(path);

    [Theory]
    [InlineData("1.3", "\"version\": \"1\",")]
    [InlineData("1.4", "")]
    public void Json_RuleOfAnOlderVersion_HoldsThereOnly(string version, string mandatoryBefore14)
    {
        var text = $$"""{ "bomFormat": "CycloneDX", "specVersion": "{{version}}", "version": 1, "components": [ { "type": "library", "name": "a", VERSION "purl": "pkg:npm/a" } ] }""";
        BillSamples.Read(text.Replace("VERSION", mandatoryBefore14, StringComparison.Ordinal)).Problems.ShouldBeEmpty();
        BillSamples.Read(text.Replace("VERSION", "", StringComparison.Ordinal)).Problems.IsEmpty.ShouldBe(mandatoryBefore14.Length == 0);
    }

    [Fact]
    public void Json_VersionAtTheEnd_IsReadAllTheSame() =>
        BillSamples.Read("""{ "components": [ { "type": "library", "name": "a" } ], "bomFormat": "CycloneDX", "specVersion": "1.5" }""").Problems.ShouldBeEmpty();

    [Fact]
    public void Rules_OfEveryVersion_NameOnlyWhatExists()
    {
        for (var minor = JsonRules.OldestVersion; minor <= JsonRules.NewestVersion; minor++) JsonRules.Of(minor).UnknownNames().ShouldBeEmpty();
        for (var minor = XmlRules.OldestVersion; minor <= XmlRules.NewestVersion; minor++) XmlRules.Of(minor).UnknownNames().ShouldBeEmpty();
    }

    static string Replaced(string text, string from, string to)
    {
        text.ShouldContain(from);
        var at = text.LastIndexOf(from, StringComparison.Ordinal);
        return new StringBuilder(text).Remove(at, from.Length).Insert(at, to).ToString();
    }
}
