using Merlon.Packages.Purls;

namespace Merlon.Packages.Tests.Purls;

public sealed class PurlTests
{
    [Theory]
    [InlineData("pkg:npm/left-pad@1.3.0", "pkg:npm/left-pad@1.3.0")]
    [InlineData("pkg:NPM/%40Acme/tool@2.0.0", "pkg:npm/%40Acme/tool@2.0.0")]
    [InlineData("pkg:npm/@acme/tool@2.0.0", "pkg:npm/%40acme/tool@2.0.0")]
    [InlineData("pkg:npm/@acme/tool", "pkg:npm/%40acme/tool")]
    [InlineData("pkg://pypi/Zope_Interface@5", "pkg:pypi/zope-interface@5")]
    [InlineData("pkg:maven/org.acme/tool@1?Type=jar&classifier=", "pkg:maven/org.acme/tool@1?type=jar")]
    [InlineData("pkg:golang/Example.com/A/b@v1#/x/./../y/", "pkg:golang/example.com/a/b@v1#x/y")]
    [InlineData("pkg:deb/debian/libssl@1:3.0+b1?z=1&a=2", "pkg:deb/debian/libssl@1:3.0%2Bb1?a=2&z=1")]
    public void TryParse_AsPeopleWrite_GivesTheCanonicalText(string written, string canonical)
    {
        Purl.TryParse(written, out var purl).ShouldBeTrue();
        purl.ToString().ShouldBe(canonical);
        Purl.Parse(canonical).ShouldBe(purl);
    }

    [Theory]
    [InlineData("")]
    [InlineData("pkg:")]
    [InlineData("pkg:npm")]
    [InlineData("pkg:npm/")]
    [InlineData("pkg:npm/@1.0")]
    [InlineData("pkg:1npm/a")]
    [InlineData("http://npm/a")]
    [InlineData("pkg:npm/a?=b")]
    [InlineData("pkg:npm/a?two words=b")]
    [InlineData("pkg:swift/Name@1")]
    [InlineData("pkg:cargo/space/name@1")]
    public void TryParse_NoPurl_IsFalse(string text) => Purl.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void TryParse_LongerThanTheBound_IsFalse() =>
        Purl.TryParse("pkg:npm/" + new string('a', Purl.MaxLength), out _).ShouldBeFalse();

    [Fact]
    public void Parts_AreDecoded()
    {
        var purl = Purl.Parse("pkg:npm/%40acme/tool@1.0%2B2?repository_url=https:%2F%2Fr.example%2F#lib/a%20b");

        purl.Namespace.ShouldBe("@acme");
        purl.Version.ShouldBe("1.0+2");
        purl.Qualifier("repository_url").ShouldBe("https://r.example/");
        purl.Subpath.ShouldBe("lib/a b");
        purl.WithoutVersion().ToString().ShouldBe("pkg:npm/%40acme/tool");
    }

    [Fact]
    public void TryParseExact_CapitalQualifierKey_IsRefusedThoughTryParseFoldsIt()
    {
        Purl.TryParseExact("pkg:gem/tool@1?Platform=java", out _).ShouldBeFalse();
        Purl.TryParse("pkg:gem/tool@1?Platform=java", out var purl).ShouldBeTrue();
        purl.ToString().ShouldBe("pkg:gem/tool@1?platform=java");
    }
}
