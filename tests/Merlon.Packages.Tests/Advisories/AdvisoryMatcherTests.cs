using System.Collections.Immutable;
using Merlon.Packages.Advisories;
using Merlon.Packages.Purls;
using static Merlon.Packages.Tests.Advisories.AdvisoryBuilder;

namespace Merlon.Packages.Tests.Advisories;

public sealed class AdvisoryMatcherTests
{
    const string High = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";

    [Fact]
    public async Task Match_AliasesOfEachOther_AreOneMatchWithTheSmallestFix()
    {
        var verdict = await Judge("pkg:npm/tool@1.0.0",
            Advisory("GHSA-1", "npm", "tool", "introduced 0", "fixed 1.3") with { Aliases = ["CVE-1"] },
            Advisory("CVE-1", "npm", "tool", "introduced 0", "fixed 1.2") with { Severities = [new("CVSS_V3", High)] },
            Advisory("CVE-2", "npm", "tool", "introduced 0"));

        verdict.State.ShouldBe(PackageState.Checked);
        verdict.Matches.Select(m => m.Advisory.Id).ShouldBe(["CVE-1", "CVE-2"]);
        verdict.Matches[0].Aliases.ShouldBe(["GHSA-1"]);
        verdict.Matches[0].FixedIn.ShouldBe("1.2");
        verdict.Matches[0].Severity.ShouldBe(Severity.High);
        verdict.Matches[0].CvssScore.ShouldBe(7.5m);
        verdict.Matches[0].CvssVector.ShouldBe(High);
    }

    [Fact]
    public async Task Match_AliasesThroughAThird_AreOneMatch()
    {
        var verdict = await Judge("pkg:npm/tool@1.0.0",
            Advisory("A-1", "npm", "tool", "introduced 0") with { Aliases = ["CVE-1"] },
            Advisory("B-1", "npm", "tool", "introduced 0") with { Aliases = ["CVE-2"] },
            Advisory("C-1", "npm", "tool", "introduced 0") with { Aliases = ["CVE-1", "CVE-2"] });

        verdict.Matches.ShouldHaveSingleItem().Aliases.ShouldBe(["B-1", "C-1", "CVE-1", "CVE-2"]);
    }

    [Fact]
    public async Task Match_Withdrawn_IsNoMatch() =>
        (await Judge("pkg:npm/tool@1.0.0", Advisory("A-1", "npm", "tool", "introduced 0") with { Withdrawn = DateTimeOffset.UnixEpoch })).Matches.ShouldBeEmpty();

    [Theory]
    [InlineData("pkg:npm/other@1.0.0", PackageState.Checked)]
    [InlineData("pkg:npm/tool", PackageState.NoVersion)]
    [InlineData("pkg:pypi/tool@1.0.0", PackageState.NoData)]
    [InlineData("pkg:generic/tool@1.0.0", PackageState.NoData)]
    public async Task Match_WithoutMatch_SaysWhetherThatMeansClean(string purl, PackageState state)
    {
        var verdict = await Judge(purl, Advisory("A-1", "npm", "tool", "introduced 0"));
        verdict.State.ShouldBe(state);
        verdict.Matches.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("distro=debian-12", "1.0-2")]
    [InlineData("distro=debian-11", null)]
    public async Task Match_ReleaseOfADistribution_TakesItsOwnEntry(string qualifiers, string? fixedIn)
    {
        var advisory = Advisory("DSA-1", "Debian:12", "tool", "introduced 0", "fixed 1.0-2");
        advisory = advisory with { Affected = advisory.Affected.Add(new() { Ecosystem = "Debian:11", Name = "tool", Ranges = [Range("introduced 0")] }) };

        (await Judge($"pkg:deb/debian/tool@1.0-1?{qualifiers}", advisory)).Matches.ShouldHaveSingleItem().FixedIn.ShouldBe(fixedIn);
    }

    [Theory]
    [InlineData("MODERATE", Severity.Medium)]
    [InlineData("CRITICAL", Severity.Critical)]
    [InlineData("whatever", Severity.Unknown)]
    public async Task Match_WithoutVector_TakesTheDatabasesWord(string word, Severity severity) =>
        (await Judge("pkg:npm/tool@1", Advisory("A-1", "npm", "tool", "introduced 0") with { DatabaseSeverity = word })).Matches[0].Severity.ShouldBe(severity);

    [Fact]
    public async Task Match_ManyBatches_KeepsTheOrderOfThePackages()
    {
        var packages = Enumerable.Range(0, AdvisoryMatcher.BatchSize * 2 + 7).Select(i => Purl.Parse($"pkg:npm/p{i}@1.0.0")).ToList();
        var verdicts = await new AdvisoryMatcher(Index(Advisory("A-1", "npm", "p1500", "introduced 0"))).Match(packages, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        verdicts.Select(v => v.Package).ShouldBe(packages);
        verdicts.Where(v => v.Matches.Length > 0).ShouldHaveSingleItem().Package.Name.ShouldBe("p1500");
    }

    static async Task<PackageVerdict> Judge(string purl, params ImmutableArray<Advisory> advisories) =>
        await new AdvisoryMatcher(Index(advisories)).Match([Purl.Parse(purl)], TestContext.Current.CancellationToken).SingleAsync(TestContext.Current.CancellationToken);

    static AdvisoryIndex Index(params ImmutableArray<Advisory> advisories)
    {
        var index = new AdvisoryIndex(TimeProvider.System);
        foreach (var advisory in advisories) index.Add(advisory);
        return index;
    }
}
