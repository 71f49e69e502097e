using Merlon.Packages.Purls;

namespace Merlon.Packages.Tests.Purls;

public sealed class EcosystemTests
{
    [Theory]
    [InlineData("pkg:npm/%40acme/tool@1", "npm", "@acme/tool", "1")]
    [InlineData("pkg:nuget/Acme.Tool@1", "NuGet", "acme.tool", "1")]
    [InlineData("pkg:maven/org.acme/tool@1", "Maven", "org.acme:tool", "1")]
    [InlineData("pkg:pypi/Acme.__Tool@1", "PyPI", "acme-tool", "1")]
    [InlineData("pkg:golang/example.com/Acme/tool@v1", "Go", "example.com/acme/tool", "v1")]
    [InlineData("pkg:swift/github.com/Acme/Tool@1", "SwiftURL", "github.com/acme/tool", "1")]
    [InlineData("pkg:deb/debian/libtool1@1-2?distro=bookworm&upstream=tool%401-1", "Debian:12", "tool", "1-1")]
    [InlineData("pkg:deb/ubuntu/tool@1?distro=ubuntu-22.04", "Ubuntu:22.04", "tool", "1")]
    [InlineData("pkg:apk/alpine/tool@1-r0?distro=alpine-3.19.1", "Alpine:v3.19", "tool", "1-r0")]
    [InlineData("pkg:rpm/redhat/tool@1-2.el9?epoch=3&distro=rhel-9.4", "Red Hat:9", "tool", "3:1-2.el9")]
    [InlineData("pkg:rpm/rocky/tool@1", "Rocky Linux", "tool", "1")]
    public void Of_Purl_IsWhatAdvisoriesCallIt(string text, string ecosystem, string name, string version)
    {
        var purl = Purl.Parse(text);

        purl.Ecosystem.ToString().ShouldBe(ecosystem);
        PackageKey.Of(purl)!.Value.Name.ShouldBe(name);
        purl.AdvisoryVersion.ShouldBe(version);
    }

    [Theory]
    [InlineData("PyPI", "Acme_Tool", "pkg:pypi/acme.tool@1")]
    [InlineData("Debian:12", "tool", "pkg:deb/debian/tool@1")]
    [InlineData("SwiftURL", "https://github.com/Acme/tool.git", "pkg:swift/github.com/acme/tool@1")]
    [InlineData("crates.io", "Tool", "pkg:cargo/tool@1")]
    public void Key_FromAdvisoryAndPurl_IsTheSame(string ecosystem, string name, string purl) =>
        PackageKey.Of(Purl.Parse(purl)).ShouldBe(PackageKey.Of(ecosystem, name));

    [Theory]
    [InlineData("Debian:12", "Debian:12", true)]
    [InlineData("Debian:12", "Debian:11", false)]
    [InlineData("Debian:12", "Debian", true)]
    [InlineData("Debian", "Debian:11", true)]
    [InlineData("Ubuntu:22.04", "Ubuntu:Pro:22.04:LTS", true)]
    [InlineData("Ubuntu:22.04", "Ubuntu:24.04:LTS", false)]
    [InlineData("Red Hat:9", "Red Hat:enterprise_linux:9::appstream", true)]
    [InlineData("Red Hat:8", "Red Hat:enterprise_linux:9::appstream", false)]
    [InlineData("npm", "NuGet", false)]
    public void IsCoveredBy_Release_Decides(string package, string advised, bool covered) =>
        Ecosystem.Parse(package).IsCoveredBy(Ecosystem.Parse(advised)).ShouldBe(covered);

    [Theory]
    [InlineData("pkg:generic/tool@1")]
    [InlineData("pkg:docker/tool@1")]
    [InlineData("pkg:rpm/unheard-of/tool@1")]
    public void Of_TypeWithoutAdvisories_IsNull(string purl) => Purl.Parse(purl).Ecosystem.ShouldBeNull();
}
