using Merlon.Nodes.Collection.Packages;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Tests.Collection;

public sealed class PackagesTests
{
    const string Dpkg = """
        Package: libssl3
        Status: install ok installed
        Architecture: amd64
        Source: openssl (3.0.11-1~deb12u2)
        Version: 3.0.11-1~deb12u2
        Description: a library
         with: colons in what follows

        Package: attr
        Status: install ok installed
        Architecture: amd64
        Version: 1:2.5.1-4+b1
        Source: attr (1:2.5.1-4)

        Package: gone
        Status: deinstall ok config-files
        Architecture: amd64
        Version: 1.0

        Package: libc6
        Status: install ok installed
        Architecture: amd64
        Version: 2.36-9

        Package: libc6
        Status: install ok installed
        Architecture: i386
        Version: 2.36-9
        """;

    [Fact]
    public async Task Dpkg_Status_BecomesPackagesWithPurls()
    {
        var (items, _) = await new FakeNode().With("/var/lib/dpkg/status", Dpkg).Collect(new PackagesCollector());
        items.Keys.Order().ShouldBe(["apt|attr", "apt|libc6:amd64", "apt|libc6:i386", "apt|libssl3"]);
        items["apt|libssl3"].ToString().ShouldBe(
            "architecture=amd64, purl=pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64&distro=debian-12&upstream=openssl, source=openssl, "
            + "source_version=3.0.11-1~deb12u2, version=3.0.11-1~deb12u2");
        items["apt|attr"]["purl"]!.Value.Text.ShouldEndWith("&upstream=attr%401:2.5.1-4");
    }

    [Fact]
    public async Task Apk_Database_BecomesPackages()
    {
        var node = new FakeNode().With("/etc/os-release", "ID=alpine\nVERSION_ID=3.19.1\n")
            .With("/lib/apk/db/installed", "C:Q1\nP:libcrypto3\nV:3.1.4-r5\nA:x86_64\no:openssl\np:so:libcrypto.so.3=3\n\nP:musl\nV:1.2.4-r2\nA:x86_64\no:musl\n");
        var (items, _) = await node.Collect(new PackagesCollector());
        items["apk|libcrypto3"]["purl"]!.Value.Text.ShouldBe("pkg:apk/alpine/libcrypto3@3.1.4-r5?arch=x86_64&distro=alpine-3.19.1&upstream=openssl");
        items["apk|musl"]["purl"]!.Value.Text.ShouldBe("pkg:apk/alpine/musl@1.2.4-r2?arch=x86_64&distro=alpine-3.19.1");
    }

    [Fact]
    public async Task Rpm_Listing_BecomesPackages_AndSeveralKernelsKeepApart()
    {
        var node = new FakeNode().With("/etc/os-release", "ID=\"rhel\"\nVERSION_ID=\"9.4\"\n").With("/var/lib/rpm/rpmdb.sqlite", "");
        node.Commands["rpm"] = new CommandResult(
            CommandEnd.Exited, 0,
            "bind\t32\t9.16-1\tx86_64\tbind-9.16-1.src.rpm\nkernel\t0\t5.1-1\tx86_64\tk\nkernel\t0\t5.2-1\tx86_64\tk\ngpg-pubkey\t0\t1-1\t(none)\t(none)\nbroken line\n", "");
        var (items, _) = await node.Collect(new PackagesCollector());
        items.Keys.Order().ShouldBe(["yum|bind", "yum|kernel@5.1-1", "yum|kernel@5.2-1"]);
        items["yum|bind"]["version"]!.Value.Text.ShouldBe("32:9.16-1");
        items["yum|bind"]["purl"]!.Value.Text.ShouldBe("pkg:rpm/redhat/bind@9.16-1?arch=x86_64&distro=rhel-9.4&epoch=32&upstream=bind-9.16-1.src.rpm");
    }

    [Fact]
    public async Task Rpm_DatabaseThatCannotBeRead_MakesTheSectionIncomplete()
    {
        var (_, context) = await new FakeNode().With("/var/lib/rpm/rpmdb.sqlite", "").Collect(new PackagesCollector());
        context.MissedSome.ShouldBeTrue();
        context.Messages.ShouldHaveSingleItem().ShouldContain("rpm");
    }

    [Fact]
    public async Task LanguagePackages_InSharedFolders_AreFound()
    {
        var node = new FakeNode()
            .With("/usr/lib/python3/dist-packages/PyYAML-6.0.egg-info", "")
            .With("/usr/lib/python3/dist-packages/six-1.16.0.dist-info/INSTALLER", "debian\n")
            .With("/usr/lib/python3.11/site-packages/requests-2.31.0.dist-info/INSTALLER", "pip\n")
            .With("/usr/local/lib/python3.11/site-packages/typing_extensions-4.8.0.dist-info/METADATA", "")
            .With("/usr/local/lib/python3.11/site-packages/typing_extensions.py", "")
            .With("/usr/lib/node_modules/npm/package.json", """{"name":"npm","version":"10.8.2"}""")
            .With("/usr/lib/node_modules/@angular/cli/package.json", """{"name":"@angular/cli","version":"17.0.0"}""")
            .With("/usr/lib/node_modules/odd/package.json", "[1")
            .With("/var/lib/gems/3.1.0/specifications/net-http-0.3.2.gemspec", "")
            .With("/var/lib/gems/3.1.0/specifications/nokogiri-1.15.4-x86_64-linux.gemspec", "")
            .With("/root/.dotnet/tools/.store/dotnet-ef/10.0.0/project.assets.json", "");
        var (items, _) = await node.Collect(new PackagesCollector());
        items.ToDictionary(i => i.Key, i => i.Value["purl"]!.Value.Text).ShouldBe(new Dictionary<string, string>
        {
            ["pip|requests"] = "pkg:pypi/requests@2.31.0",
            ["pip|typing-extensions"] = "pkg:pypi/typing-extensions@4.8.0",
            ["npm|npm"] = "pkg:npm/npm@10.8.2",
            ["npm|@angular/cli"] = "pkg:npm/%40angular/cli@17.0.0",
            ["gem|net-http"] = "pkg:gem/net-http@0.3.2",
            ["gem|nokogiri"] = "pkg:gem/nokogiri@1.15.4",
            ["dotnet|dotnet-ef"] = "pkg:nuget/dotnet-ef@10.0.0",
        }, ignoreOrder: true);
    }
}
