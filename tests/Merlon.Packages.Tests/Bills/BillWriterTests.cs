using System.Text;
using Merlon.Packages.Bills;
using Merlon.Packages.Bills.CycloneDx;
using Merlon.Packages.Bills.Spdx;

namespace Merlon.Packages.Tests.Bills;

public sealed class BillWriterTests
{
    static readonly Bill Full = BillSamples.Full;

    public static TheoryData<BillFormat> CycloneDx => [BillFormat.CycloneDxJson, BillFormat.CycloneDxXml];

    [Theory]
    [MemberData(nameof(CycloneDx))]
    public void CycloneDx_WrittenAndRead_IsValidAndTheSame(BillFormat format)
    {
        var read = BillSamples.Read(Write(format, Full.Components));

        read.Problems.ShouldBeEmpty();
        read.Header.Format.ShouldBe(format);
        read.Header.SpecVersion.ShouldBe("1.6");
        read.Header.SerialNumber.ShouldBe(Full.Header.SerialNumber);
        read.Header.Created.ShouldBe(Full.Header.Created);
        read.Header.Tools.ShouldBe(Full.Header.Tools);
        read.Header.Subject!.Ref.ShouldBe("shop");
        read.Components.Length.ShouldBe(3);
        read.Components.Zip(Full.Components).ShouldAllBe(pair => AreAlike(pair.First, pair.Second));
        read.Dependencies.SelectMany(d => d.DependsOn.Select(on => $"{d.Ref}>{on}")).ShouldBe(["shop>tool", "tool>part", "tool>odd"]);
        var vulnerability = read.Vulnerabilities.ShouldHaveSingleItem();
        (vulnerability with { Cwes = [], Affects = [] }).ShouldBe(Full.Vulnerabilities[0] with { Cwes = [], Affects = [] });
        vulnerability.Cwes.ShouldBe(["CWE-79"]);
        vulnerability.Affects.ShouldBe(["tool"]);
    }

    [Theory]
    [MemberData(nameof(CycloneDx))]
    public void CycloneDx_TextThatXmlCannotHold_StaysReadable(BillFormat format)
    {
        var read = BillSamples.Read(Write(format, [new() { Ref = "a", Name = "ba\u0001d", Description = "\"<&>'\r\n\t é €" }]));

        read.Problems.ShouldBeEmpty();
        read.Components[0].Name.ShouldStartWith("ba");
    }

    [Fact]
    public void Spdx_WrittenAndRead_KeepsPackagesAndDependencies()
    {
        using var stream = new MemoryStream();
        SpdxJsonWriter.Write(stream, Full.Header, DateTimeOffset.UnixEpoch, Full.Components, Full.Dependencies);

        var read = BillSamples.Read(stream.ToArray());

        read.Problems.ShouldBeEmpty();
        read.Header.SpecVersion.ShouldBe("SPDX-2.3");
        read.Header.Subject!.Ref.ShouldBe("SPDXRef-Package-1");
        read.Components.Select(c => c.Name).ShouldBe(["shop", "acme/tool", "part", "odd"]);
        read.Components[1].Purl.ShouldBe(Full.Components[0].Purl);
        read.Components[1].Licenses.ShouldBe([new("MIT", IsExpression: true, "declared")]);
        read.Components[1].Hashes.ShouldBe(Full.Components[0].Hashes);
        read.Dependencies.Select(d => $"{d.Ref[^1]}>{d.DependsOn[0][^1]}").ShouldBe(["1>2", "2>3", "2>4"]);
    }

    static byte[] Write(BillFormat format, IEnumerable<BillComponent> components)
    {
        using var stream = new MemoryStream();
        if (format == BillFormat.CycloneDxXml) CycloneDxXmlWriter.Write(stream, Full.Header, components, Full.Dependencies, Full.Vulnerabilities);
        else CycloneDxJsonWriter.Write(stream, Full.Header, components, Full.Dependencies, Full.Vulnerabilities);
        return stream.ToArray();
    }

    static bool AreAlike(BillComponent x, BillComponent y) =>
        (x with { Licenses = [], Hashes = [] }) == (y with { Licenses = [], Hashes = [] }) && x.Licenses.SequenceEqual(y.Licenses) && x.Hashes.SequenceEqual(y.Hashes);
}
