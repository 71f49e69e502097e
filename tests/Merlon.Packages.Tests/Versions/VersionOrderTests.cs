using Merlon.Packages.Versions;

namespace Merlon.Packages.Tests.Versions;

public sealed class VersionOrderTests
{
    static readonly string[] Ecosystems =
    [
        "npm", "NuGet", "Maven", "PyPI", "Go", "crates.io", "RubyGems", "Packagist", "Pub", "Hex", "Debian:12", "Alpine:v3.19",
        "Red Hat:enterprise_linux:9", "CRAN", "Hackage", "ConanCenter", "unheard of",
    ];

    /// <summary>Each row is in rising order.</summary>
    public static TheoryData<string, string> Rising => new()
    {
        { "npm", "0.9.9 1.0.0-0 1.0.0-7 1.0.0-10 1.0.0-alpha 1.0.0-alpha.1 1.0.0-beta 1.0.0 1.0.1 1.10.0 v2.0.0" },
        { "Go", "v0.0.0-20190101000000-abcdefabcdef v0.0.1 1.2.0 v1.2.1-0.20200101000000-abcdefabcdef v1.2.1 v2.0.0+incompatible" },
        { "NuGet", "1.0.0-Alpha 1.0.0-beta 1.0 1.0.0.1 1.0.1 99999999999999999999.0" },
        { "Maven", "1-alpha-1 1-beta-1 1-m2 1-rc1 1-SNAPSHOT 1 1-sp 1-acme 1-1 1.1 1.2.0.RC1 1.2 1.10" },
        { "PyPI", "not-a-version 1.0.dev1 1.0a1.dev2 1.0a1 1.0b2 1.0rc1 1.0 1.0+local.1 1.0.post1 1.0.1 1!0.1" },
        { "RubyGems", "1.0.a 1.0.a.2 1.0.b1 1.0.pre 1.0 1.0.1.rc1 1.0.1 1.2" },
        { "Packagist", "1.0-dev 1.0-alpha1 1.0-beta1 1.0-RC1 1.0 1.0-pl1 1.1 v2.0" },
        { "Pub", "1.0.0-a 1.0.0 1.0.0+1 1.0.0+2 1.0.1" },
        { "Debian:12", "1.0~rc1-1 1.0-1~bpo1 1.0-1 1.0-1+deb12u1 1.0-1.1 1.0-2 1.0a-1 1.0+dfsg-1 2.0-1 1:0.1-1" },
        { "Alpine:v3.19", "1.0_alpha1 1.0_rc2 1.0 1.0-r1 1.0_p1 1.0a 1.0.01 1.0.1 1.0.10" },
        { "Red Hat:enterprise_linux:9", "1.0~rc1-1 1.0-1 1.0-1.el9 1.0-2.el9 1.0^git1-1 1.0.1-1 1:0.1-1" },
        { "CRAN", "0.9 0.75 1.0 1.0-1 1.0.2 1.1" },
        { "Hackage", "0.11.3.0 1.0 1.0.0 1.0.0.0 2" },
        { "ConanCenter", "cci.20200101 1.0-beta 1.0 1.0b7z 1.0.1 1.10" },
    };

    [Theory]
    [MemberData(nameof(Rising))]
    public void Compare_RisingRow_HoldsForEveryPair(string ecosystem, string row)
    {
        var order = VersionOrder.For(ecosystem);
        var versions = row.Split(' ');
        for (var i = 0; i < versions.Length; i++)
            for (var k = 0; k < versions.Length; k++)
                Math.Sign(order.Compare(versions[i], versions[k])).ShouldBe(i.CompareTo(k), $"{versions[i]} and {versions[k]}");
    }

    [Theory]
    [InlineData("npm", "1.2.3", "v1.2.3+build")]
    [InlineData("NuGet", "1.0.0-BETA", "1.0-beta+x")]
    [InlineData("Maven", "1.0.0.Final", "1")]
    [InlineData("Maven", "1a1", "1-alpha-1")]
    [InlineData("PyPI", "1.0.0-Alpha_1", "1a1")]
    [InlineData("PyPI", "1.0-1", "1.0.post1")]
    [InlineData("RubyGems", "1.0.rc4.0", "1.rc.4")]
    [InlineData("Packagist", "v1.0.0-b2", "1.0.0beta.2")]
    [InlineData("Debian", "0:1.0-0", "1.0")]
    [InlineData("AlmaLinux:9", "0:1.0-1", "1_0-1")]
    public void Compare_TwoSpellings_AreEqual(string ecosystem, string x, string y)
    {
        VersionOrder.For(ecosystem).Compare(x, y).ShouldBe(0);
        VersionOrder.For(ecosystem).Compare(y, x).ShouldBe(0);
    }

    [Fact]
    public void Compare_AnyText_NeverThrowsAndIsAntisymmetric()
    {
        string[] texts = ["", " ", "-", "...", "~", "^", "_", "1.", ".1", "1..2", "+", "1+", "v", "٣.٤", "1!", "1:", "\ud800", "1.0-", "a-b_c~d^e", new('1', 5000), string.Concat(Enumerable.Repeat("1-a.", 2000))];
        foreach (var order in Ecosystems.Select(VersionOrder.For))
            foreach (var x in texts)
                foreach (var y in texts)
                    Math.Sign(order.Compare(x, y)).ShouldBe(-Math.Sign(order.Compare(y, x)), $"{order}: {x} and {y}");
    }
}
