using System.Text;
using Merlon.Packages.Bills;

namespace Merlon.Packages.Tests.Bills;

public sealed class BillReaderTests
{
    [Fact]
    public void Read_NestedComponents_FollowTheirParent()
    {
        var bill = BillSamples.Read("""
            { "bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": { "component": { "type": "application", "name": "app", "bom-ref": "app",
                "components": [ { "type": "library", "name": "inner", "bom-ref": "inner" } ] } },
              "components": [ { "type": "library", "name": "a", "bom-ref": "a", "components": [ { "type": "library", "name": "b", "purl": "pkg:npm/b@1" } ] } ] }
            """);

        bill.Header.Subject!.Name.ShouldBe("app");
        bill.Components.Select(c => $"{c.Parent}/{c.Name}").ShouldBe(["app/inner", "/a", "a/b"]);
        bill.Components[2].Purl!.ToString().ShouldBe("pkg:npm/b@1");
    }

    [Fact]
    public async Task ReadAhead_LongBill_GivesWhatReadGivesInItsOrder()
    {
        var bytes = Long(2_000);

        var ahead = new List<BillItem>();
        await foreach (var item in new BillReader().ReadAhead(new MemoryStream(bytes), TestContext.Current.CancellationToken)) ahead.Add(item);

        ahead.OfType<BillComponent>().Select(c => c.Name).ShouldBe(new BillReader().Read(new MemoryStream(bytes)).OfType<BillComponent>().Select(c => c.Name));
        ahead.Last().ShouldBeOfType<BillHeader>();
    }

    [Fact]
    public async Task ReadAhead_LeftEarly_EndsAndFreesTheStream()
    {
        using var content = new MemoryStream(Long(20_000));

        await foreach (var item in new BillReader().ReadAhead(content, TestContext.Current.CancellationToken))
            if (item is BillComponent) break;

        content.Position.ShouldBeLessThan(content.Length);
    }

    [Fact]
    public async Task ReadAhead_StreamThatFails_FailsTheTaker()
    {
        var closed = new MemoryStream(Long(1));
        closed.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await new BillReader().ReadAhead(closed, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    static byte[] Long(int components) => System.Text.Encoding.UTF8.GetBytes("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"components\":["
        + string.Join(',', Enumerable.Range(0, components).Select(n => $"{{\"type\":\"library\",\"name\":\"part-{n}\",\"description\":\"{new string('x', 80)}\"}}")) + "]}");

    [Fact]
    public void Read_ItemsThatDifferInTheirLastByte_AreNoRepetition()
    {
        var bill = BillSamples.Read("""{ "bomFormat": "CycloneDX", "specVersion": "1.5", "components": [ { "type": "library", "name": "a" }, { "type": "library", "name": "b" }, { "type": "library", "name": "a" } ] }""");

        bill.Problems.ShouldHaveSingleItem().Path.ShouldBe("/components/2");
    }

    [Fact]
    public void Read_SpdxTagValue_ReadsPackagesAndRelationships()
    {
        var bill = BillSamples.Read("""
            SPDXVersion: SPDX-2.3
            DataLicense: CC0-1.0
            SPDXID: SPDXRef-DOCUMENT
            DocumentName: shop
            DocumentNamespace: https://example.com/shop
            Creator: Tool: maker-1.0
            Created: 2025-01-02T03:04:05Z
            # a comment

            PackageName: tool
            SPDXID: SPDXRef-tool
            PackageVersion: 1.2.3
            PackageSupplier: Organization: Acme (mail@acme.example)
            PackageChecksum: SHA256: aabb
            PackageLicenseConcluded: NOASSERTION
            PackageLicenseDeclared: MIT
            PackageCopyrightText: <text>(c) Acme
            and others</text>
            ExternalRef: PACKAGE-MANAGER purl pkg:npm/tool@1.2.3

            FileName: ./a.js
            SPDXID: SPDXRef-file

            PackageName: part
            SPDXID: SPDXRef-part
            Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-tool
            Relationship: SPDXRef-part DEPENDENCY_OF SPDXRef-tool
            """);

        bill.Problems.ShouldBeEmpty();
        bill.Header.Tools.ShouldBe(["maker-1.0"]);
        bill.Header.Subject!.Ref.ShouldBe("SPDXRef-tool");
        bill.Components.Select(c => c.Name).ShouldBe(["tool", "part"]);
        var tool = bill.Components[0];
        tool.Ref.ShouldBe("SPDXRef-tool");
        tool.Publisher.ShouldBe("Acme");
        tool.Copyright.ShouldBe("(c) Acme\nand others");
        tool.Hashes.ShouldBe([new("SHA-256", "aabb")]);
        tool.Licenses.ShouldBe([new("MIT", IsExpression: true, "declared")]);
        bill.Dependencies.ShouldHaveSingleItem().Ref.ShouldBe("SPDXRef-tool");
    }

    [Fact]
    public void Read_Spdx3_JoinsLicencesAndDependencies()
    {
        var bill = BillSamples.Read("""
            { "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
              { "type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1", "created": "2025-01-02T03:04:05Z" },
              { "type": "SpdxDocument", "spdxId": "urn:doc", "name": "shop" },
              { "type": "software_Sbom", "spdxId": "urn:sbom", "rootElement": [ "urn:a" ] },
              { "type": "software_Package", "spdxId": "urn:a", "name": "a", "software_packageVersion": "1",
                "externalIdentifier": [ { "type": "ExternalIdentifier", "externalIdentifierType": "packageUrl", "identifier": "pkg:npm/a@1" } ],
                "verifiedUsing": [ { "type": "Hash", "algorithm": "sha256", "hashValue": "aabb" } ] },
              { "type": "software_Package", "spdxId": "urn:b", "name": "b", "software_packageUrl": "pkg:npm/b@2" },
              { "type": "simplelicensing_LicenseExpression", "spdxId": "urn:mit", "simplelicensing_licenseExpression": "MIT" },
              { "type": "Relationship", "spdxId": "urn:r1", "from": "urn:a", "relationshipType": "hasConcludedLicense", "to": [ "urn:mit" ] },
              { "type": "Relationship", "spdxId": "urn:r2", "from": "urn:a", "relationshipType": "dependsOn", "to": [ "urn:b" ] } ] }
            """);

        bill.Problems.ShouldBeEmpty();
        bill.Header.Subject!.Name.ShouldBe("a");
        bill.Components.Select(c => c.Purl?.ToString()).ShouldBe(["pkg:npm/a@1", "pkg:npm/b@2"]);
        bill.Components[0].Licenses.ShouldBe([new("MIT", IsExpression: true, "concluded")]);
        bill.Components[0].Hashes.ShouldBe([new("SHA-256", "aabb")]);
        bill.Dependencies.ShouldHaveSingleItem().DependsOn.ShouldBe(["urn:b"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no bill at all")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1, 2]")]
    [InlineData("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"components\": [{\"type\": \"library\"")]
    [InlineData("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"9.9\"}")]
    [InlineData("{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"serialNumber\": \"\\ud800\"}")]
    [InlineData("<bom")]
    [InlineData("<other/>")]
    [InlineData("<!DOCTYPE bom [<!ENTITY a \"aaaa\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">&a;</bom>")]
    [InlineData("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components><component")]
    public void Read_NoBill_SaysSoAndDoesNotThrow(string text) => BillSamples.Read(text).Problems.ShouldNotBeEmpty();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_DeeperThanTheBound_SaysSo(bool json)
    {
        const int depth = 5000;
        var text = json
            ? "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":" + string.Concat(Enumerable.Repeat("[{\"components\":", depth))
            : "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>" + string.Concat(Enumerable.Repeat("<component><components>", depth));

        BillSamples.Read(text).Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void Read_ItemLargerThanTheBound_SaysSo()
    {
        var text = $$"""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","name":"{{new string('a', 200_000)}}"}]}""";

        BillSamples.Read(Encoding.UTF8.GetBytes(text), new() { MaxItemSize = 100_000 }).Problems.ShouldHaveSingleItem().What.ShouldContain("larger than");
    }

    [Fact]
    public void Read_ItemsAcrossManyBuffers_AreAllRead()
    {
        var components = string.Join(",", Enumerable.Range(0, 5000).Select(i => $$"""{"type":"library","name":"n{{i}}","bom-ref":"{{i}}","description":"{{new string('x', i % 97)}}"}"""));
        var bill = BillSamples.Read($$"""{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{{components}}]}""");

        bill.Problems.ShouldBeEmpty();
        bill.Components.Select(c => c.Name).ShouldBe(Enumerable.Range(0, 5000).Select(i => $"n{i}"));
    }
}
