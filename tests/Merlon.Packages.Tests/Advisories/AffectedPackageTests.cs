using Merlon.Packages.Advisories;

namespace Merlon.Packages.Tests.Advisories;

public sealed class AffectedPackageTests
{
    [Theory]
    [InlineData("introduced 0; fixed 1.2", "0.0.1-alpha", true)]
    [InlineData("introduced 0; fixed 1.2", "1.1.9", true)]
    [InlineData("introduced 0; fixed 1.2", "1.2", false)]
    [InlineData("introduced 1.0; fixed 1.2", "0.9", false)]
    [InlineData("introduced 1.0; last 1.2", "1.2.0", true)]
    [InlineData("introduced 1.0; last 1.2", "1.2.1", false)]
    [InlineData("introduced 1.0", "99", true)]
    [InlineData("introduced 0; fixed 1.2; introduced 2.0; fixed 2.1", "1.5", false)]
    [InlineData("introduced 0; fixed 1.2; introduced 2.0; fixed 2.1", "2.0.5", true)]
    [InlineData("fixed 2.1; introduced 2.0; introduced 0; fixed 1.2", "2.0.5", true)]
    [InlineData("introduced 0; fixed 1.2; introduced 1.2; fixed 1.3", "1.2", true)]
    [InlineData("introduced 1.0; fixed 1.0", "1.5", false)]
    [InlineData("introduced 1.2; last 1.2", "1.3", false)]
    [InlineData("introduced 0; limit 3", "2.9", true)]
    [InlineData("introduced 0; limit 3", "3.0", false)]
    public void Affects_Range_AsTheSchemaEvaluates(string events, string version, bool affected) =>
        Package(AdvisoryBuilder.Range(events.Split("; "))).Affects(version).ShouldBe(affected);

    [Fact]
    public void Affects_GitRange_IsIgnored() =>
        Package(AdvisoryBuilder.Range("introduced 0") with { Type = RangeType.Git }).Affects("1.0").ShouldBeFalse();

    [Fact]
    public void Affects_ListedVersion_InAnySpellingWhenNoRangeSaysBetter()
    {
        var listed = Package() with { Versions = ["1.0.0"] };
        listed.Affects("1.0.0").ShouldBeTrue();
        listed.Affects("v1.0").ShouldBeTrue();
        listed.Affects("1.0.1").ShouldBeFalse();
    }

    [Theory]
    [InlineData("1.0", "1.2")]
    [InlineData("2.0", "2.1")]
    [InlineData("3.0", null)]
    public void FixFor_SeveralFixes_IsTheSmallestAboveTheVersion(string version, string? fix) =>
        Package(AdvisoryBuilder.Range("introduced 2.0", "fixed 2.1"), AdvisoryBuilder.Range("introduced 0", "fixed 1.2"), AdvisoryBuilder.Range("introduced 3.0"))
            .FixFor(version).ShouldBe(fix);

    [Fact]
    public void FixFor_FixThatAnotherRangeStillAffects_IsPassedOver() =>
        Package(AdvisoryBuilder.Range("introduced 0", "fixed 1.2"), AdvisoryBuilder.Range("introduced 1.1", "fixed 1.5"))
            .FixFor("1.0").ShouldBe("1.5");

    static AffectedPackage Package(params AffectedRange[] ranges) => new() { Ecosystem = "npm", Name = "tool", Ranges = [.. ranges] };
}
